import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { CanvasEngine } from "./engine/canvas-engine.ts";
import { besideSelected } from "./engine/acts.ts";
import { finishDraft, openDraft } from "./engine/drafting.ts";
import type { Translate } from "./translate.ts";
import type { OpenDraft } from "./engine/draft-slot.ts";
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
  readonly open: OpenDraft;
  readonly mayWrite: boolean;
  readonly t: Translate;
  /** The person is done with it: the keyboard goes back to the canvas. */
  readonly onDone: () => void;
}

/**
 * A text field exactly over something new that is being written. Enter, Escape, leaving the field and even a sudden end
 * of the canvas all write it down; an empty one writes nothing. What can't be written down stays, whatever else is begun.
 */
export function InlineEditor({ engine, open, mayWrite, t, onDone }: InlineEditorProps) {
  const { draft } = open;
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const words = useRef<"open" | "held" | "written">("open");
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

  const finish = () => {
    const { current } = field;
    if (words.current === "written" || !current) return;
    const text = current.value.trim();
    const { objectionTo, newId } = engine.desk.props;
    const found = text === "" ? null : objectionTo?.(draft.commands(text, newId), finish);
    setObjection(found);
    const hold = () => {
      words.current = "held";
      engine.draft.hold(open, current.value);
    };
    if (found || (!mayWrite && text !== "")) return hold();
    words.current = "written";
    engine.draft.hold(open, null);
    if (!finishDraft(engine.desk, draft, text)) hold();
  };
  const finishNow = useRef(finish);
  useLayoutEffect(() => {
    finishNow.current = finish;
  });

  useEffect(() => {
    const { current } = field;
    current?.focus({ preventScroll: true });
    // Its writer is led back to it: with the words, and what keeps them from being sent.
    if (open.words !== "") finishNow.current();
    const stop = engine.draft.onLeaving(() => finishNow.current());
    return () => {
      stop();
      // The canvas has ended under the writer's hands: what is written so far becomes a card.
      if (current && words.current === "open") finishDraft(engine.desk, open.draft, current.value);
    };
  }, [engine, open]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const goesOn = event.key === "Tab" && !event.shiftKey && draft.goesOn === true;
    if (goesOn && (field.current?.value ?? "").trim() !== "") {
      event.preventDefault();
      finish();
      if (words.current === "written") openDraft(engine.desk, besideSelected(engine.desk));
      return;
    }
    const ends =
      event.key === "Escape" || (event.key === "Enter" && !event.shiftKey && draft.look !== "note");
    if (!ends) return;
    event.preventDefault();
    finish();
    if (words.current === "written") onDone();
  };

  const prompt = t(draft.promptId);
  return (
    <div ref={box} className={styles.draft}>
      <textarea
        ref={field}
        className={look.className}
        dir="auto"
        rows={1}
        defaultValue={open.words}
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
