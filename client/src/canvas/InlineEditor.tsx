import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { CanvasEngine } from "./engine/canvas-engine.ts";
import { besideSelected } from "./engine/acts.ts";
import { finishDraft, openDraft } from "./engine/drafting.ts";
import type { Translate } from "./translate.ts";
import type { Draft } from "./scene/sheet.ts";
import styles from "./canvas.module.css";

/** Letters in the field are never smaller on the screen than this, CSS px. */
const leastLetters = 15;
const leastWidth = 168;

/** Size of the letters in world units, as on the finished thing, and the class that dresses the field. */
const looks = {
  card: { size: 20, className: styles.field },
  compact: { size: 17, className: styles.field },
  mark: { size: 18, className: `${styles.field} ${styles.mark}` },
  note: { size: 17, className: `${styles.field} ${styles.note}` },
  text: { size: 28, className: `${styles.field} ${styles.text}` },
} as const;

interface InlineEditorProps {
  readonly engine: CanvasEngine;
  readonly draft: Draft;
  readonly mayWrite: boolean;
  readonly t: Translate;
  /** The person is done with it: the keyboard goes back to the canvas. */
  readonly onDone: () => void;
}

/**
 * A text field exactly over something new that is being written. Enter, Escape, leaving the field and even a sudden end
 * of the canvas all write it down; an empty one writes nothing.
 */
export function InlineEditor({ engine, draft, mayWrite, t, onDone }: InlineEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isFinished = useRef(false);
  const [objection, setObjection] = useState<ReactNode>(null);
  const look = looks[draft.look];

  // Follows the paper without React: the view moves at every frame.
  useLayoutEffect(() => {
    const place = () => {
      const area = engine.screenRect(draft.rect);
      const zoom = area.width / draft.rect.width;
      const { current } = box;
      if (!current) return;
      const letters = Math.max(leastLetters, (draft.letters ?? look.size) * zoom);
      const width = Math.max(leastWidth, area.width);
      const height = Math.max(letters * 2.6, area.height);
      current.style.left = `${area.x + (area.width - width) / 2}px`;
      current.style.top = `${area.y + (area.height - height) / 2}px`;
      current.style.width = `${width}px`;
      current.style.height = `${height}px`;
      current.style.fontSize = `${letters}px`;
    };
    place();
    return engine.onCamera(place);
  }, [engine, draft, look]);

  useEffect(() => {
    const { current } = field;
    current?.focus({ preventScroll: true });
    // The sheet was changed under the writer's hands: what is written so far becomes a card.
    return () => {
      if (current && current.value.trim() !== "" && !isFinished.current) {
        isFinished.current = true;
        finishDraft(engine.desk, draft, current.value);
      }
    };
  }, [engine, draft]);

  const finish = () => {
    const text = field.current?.value ?? "";
    if (isFinished.current || (!mayWrite && text.trim() !== "")) return;
    const { objectionTo, newId } = engine.desk.props;
    const found = text.trim() === "" ? null : objectionTo?.(draft.commands(text.trim(), newId), finish);
    setObjection(found);
    if (found) return;
    isFinished.current = true;
    finishDraft(engine.desk, draft, text);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const goesOn = event.key === "Tab" && !event.shiftKey && draft.goesOn === true;
    if (goesOn && (field.current?.value ?? "").trim() !== "") {
      event.preventDefault();
      finish();
      if (isFinished.current) openDraft(engine.desk, besideSelected(engine.desk));
      return;
    }
    const ends =
      event.key === "Escape" || (event.key === "Enter" && !event.shiftKey && draft.look !== "note");
    if (!ends) return;
    event.preventDefault();
    finish();
    if (isFinished.current) onDone();
  };

  const prompt = t(draft.promptId);
  return (
    <div ref={box} className={styles.draft}>
      <textarea
        ref={field}
        className={look.className}
        dir="auto"
        rows={1}
        maxLength={draft.maxLength}
        aria-label={prompt}
        placeholder={prompt}
        onKeyDown={onKeyDown}
        onBlur={finish}
      />
      {objection ? <div className={styles.objection}>{objection}</div> : null}
      {mayWrite ? null : <output className={styles.locked}>{t("canvas.draft-locked")}</output>}
    </div>
  );
}
