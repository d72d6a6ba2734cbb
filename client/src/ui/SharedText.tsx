import type { TextTarget } from "@faelleskort/shared/commands/change.ts";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useT } from "../i18n/hooks.ts";
import { useBoard, useDrafts, useMayWrite, useWorkshop } from "../state/hooks.ts";
import { isOpenTo, keyOfTarget, limitOf, textOf } from "../state/text-target.ts";
import { useSelected } from "../state/use-source.ts";
import { peopleColour } from "../theme/people.ts";
import { classNames } from "./class-names.ts";
import { PersonalHint } from "./PersonalHint.tsx";
import styles from "./SharedText.module.css";
import { undoByKey } from "./undo-keys.ts";
import { useGuardedText } from "./use-guarded-text.ts";

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

/**
 * A field bound to one text of the board. Several people may type in it at once: everybody's caret stays with its letters,
 * a composition (accents, other scripts) is never interrupted, and who else types here is shown.
 */
export function SharedText(props: SharedTextProps) {
  // Another text is another field: neither caret nor composition carries over.
  return <BoundText key={keyOfTarget(props.target)} {...props} />;
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
  const { role } = workshop.session.me;
  const isLocked = useBoard((board) => !isOpenTo(role, board, target));
  const isGone = useBoard((board) => textOf(board, target) === null);

  const { held, confirm, entered, left } = useGuardedText(target, ref);

  useEffect(() => {
    if (autoFocus) ref.current?.focus();
  }, [autoFocus]);

  const attributes = {
    ref,
    id,
    dir: "auto" as const,
    placeholder,
    readOnly: !mayWrite || isGone || isLocked,
    "aria-describedby": hint ? `${id}-hint ${id}-personal` : `${id}-personal`,
    "aria-invalid": held?.kind === "objection" || undefined,
    maxLength: limitOf(target),
    className: classNames(styles.input, kind === "area" && styles.area, large && styles.large),
    onFocus: entered,
    onBlur: left,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return;
      undoByKey(event, workshop.history);
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
      <PersonalHint id={`${id}-personal`} held={held} onConfirm={confirm} />
      {isGone && <p className={styles.gone}>{t("shared-text.gone")}</p>}
    </div>
  );
}

/** Who else has the caret in this text. */
function Typists({ target }: { readonly target: TextTarget }) {
  const t = useT();
  const { presence } = useWorkshop();
  const typists = useSelected(
    presence.peers,
    (peers) => peers.filter(({ editing }) => editing && keyOfTarget(editing) === keyOfTarget(target)),
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
