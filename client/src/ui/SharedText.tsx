import type { TextTarget } from "@faelleskort/shared/commands/change.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useT } from "../i18n/hooks.ts";
import { useBoard, useDrafts, useMayWrite, useWorkshop } from "../state/hooks.ts";
import { useSelected } from "../state/use-source.ts";
import { peopleColour } from "../theme/people.ts";
import { bindText } from "./bind-text.ts";
import { classNames } from "./class-names.ts";
import styles from "./SharedText.module.css";

interface SharedTextProps {
  readonly target: TextTarget;
  readonly label: ReactNode;
  readonly hint?: string;
  /** `line` is one line; Enter then calls `onEnter`. */
  readonly kind?: "line" | "area";
  readonly hideLabel?: boolean;
  readonly large?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly onEnter?: () => void;
  readonly className?: string;
}

/** The text a target names, or null when its record is gone. */
export function textOf(board: BoardSnapshot, target: TextTarget): string | null {
  switch (target.record) {
    case "actor": {
      const actor = board.actorsById.get(target.id);
      if (!actor || actor.deleted) return null;
      return target.field === "name" ? actor.name : actor.answers[target.field];
    }
    case "mark": {
      const mark = board.marksById.get(target.id);
      return mark && !mark.deleted ? mark[target.field] : null;
    }
    case "note": {
      const note = board.notesById.get(target.id);
      return note && !note.deleted ? note.text : null;
    }
    case "element": {
      const element = board.elementsById.get(target.id);
      return element && !element.deleted ? element.text : null;
    }
  }
}

function limitOf(target: TextTarget): number {
  switch (target.record) {
    case "actor":
      return target.field === "name" ? contentLimits.actorName : contentLimits.answer;
    case "mark":
      return target.field === "title" ? contentLimits.markTitle : contentLimits.markText;
    case "note":
      return contentLimits.note;
    case "element":
      return contentLimits.note;
  }
}

const isSameTarget = (a: TextTarget, b: { record: string; id: string; field: string }): boolean =>
  a.record === b.record && a.id === b.id && a.field === b.field;

/**
 * A field bound to one text of the board. Several people may type in it at once: everybody's caret stays with its letters,
 * a composition (accents, other scripts) is never interrupted, and who else types here is shown.
 */
export function SharedText(props: SharedTextProps) {
  const { record, id, field } = props.target;
  // Another text is another field: neither caret nor composition carries over.
  return <BoundText key={`${record} ${id} ${field}`} {...props} />;
}

function BoundText(props: SharedTextProps) {
  // The owner may make the same target anew each time it renders.
  const [target] = useState(props.target);
  const { label, hint, kind = "area", hideLabel, large, autoFocus, placeholder, onEnter, className } = props;
  const t = useT();
  const workshop = useWorkshop();
  const boardIsOpen = useMayWrite();
  const drafts = useDrafts();
  // A draft lies on this device alone: no lock concerns it.
  const mayWrite = boardIsOpen || drafts.some(({ id: draft }) => draft === target.id);
  const id = useId();
  const ref = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const isGone = useBoard((board) => textOf(board, target) === null);

  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const unbind = bindText(element, {
      text: {
        get: () => textOf(workshop.visible.get(), target),
        subscribe: (listener) => workshop.visible.subscribe(listener),
      },
      edit: (text) => {
        const outcome = workshop.dispatch([{ type: "text.edit", target, text }]);
        if (!outcome.ok) workshop.notices.show({ tone: "problem", text: `rejections.${outcome.error}` });
      },
    });
    return () => {
      unbind();
      // Leaving by being taken off the page fires no blur.
      leave(workshop, target);
    };
  }, [workshop, target]);

  useEffect(() => {
    if (autoFocus) ref.current?.focus();
  }, [autoFocus]);

  const attributes = {
    ref,
    id,
    dir: "auto" as const,
    placeholder,
    readOnly: !mayWrite || isGone,
    "aria-describedby": hint ? `${id}-hint` : undefined,
    maxLength: limitOf(target),
    className: classNames(styles.input, kind === "area" && styles.area, large && styles.large),
    onFocus: () => workshop.presence.set({ editing: { ...target } }),
    onBlur: () => leave(workshop, target),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return;
      const isCommand = event.ctrlKey || event.metaKey;
      if (isCommand && event.key.toLowerCase() === "z") {
        // The browser's own undo knows nothing of the letters others typed.
        event.preventDefault();
        if (event.shiftKey) workshop.history.redo();
        else workshop.history.undo();
      }
      if (event.key === "Enter" && kind === "line" && onEnter) {
        event.preventDefault();
        onEnter();
      }
    },
  };

  return (
    <div className={classNames(styles.frame, className)}>
      <div className={styles.top}>
        <label htmlFor={id} className={hideLabel ? "visually-hidden" : styles.label}>
          {label}
        </label>
        <Typists target={target} />
      </div>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {kind === "area" ? <textarea {...attributes} rows={3} /> : <input type="text" {...attributes} />}
      {isGone && <p className={styles.gone}>{t("shared-text.gone")}</p>}
    </div>
  );
}

function leave(workshop: ReturnType<typeof useWorkshop>, target: TextTarget): void {
  workshop.history.endRun();
  const { editing } = workshop.presence.own.get();
  if (editing && isSameTarget(target, editing)) workshop.presence.set({ editing: null });
}

/** Who else has the caret in this text. */
function Typists({ target }: { readonly target: TextTarget }) {
  const t = useT();
  const { presence } = useWorkshop();
  const typists = useSelected(
    presence.peers,
    (peers) => peers.filter(({ editing }) => editing && isSameTarget(target, editing)),
    (a, b) => a.length === b.length && a.every((peer, index) => peer.clientId === b[index]?.clientId),
  );
  return (
    <ul className={styles.typists} aria-live="polite">
      {typists.map(({ clientId, label, color }) => (
        <li
          key={clientId}
          className={styles.typist}
          ref={(item) => item?.style.setProperty("--person", peopleColour(color))}
        >
          {t("shared-text.types-too", { name: label === "" ? t("common.somebody") : label })}
        </li>
      ))}
    </ul>
  );
}
