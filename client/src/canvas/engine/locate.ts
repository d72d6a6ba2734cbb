import { RecordRefSchema } from "@faelleskort/shared/commands/board-command.ts";
import * as v from "valibot";
import { keyOfRef } from "../scene/item.ts";
import type { CanvasEngine } from "./canvas-engine.ts";

/**
 * What a canvas shows can't be seen from outside: tests that drive a real pointer ask with this event on the canvas element
 * where a thing is. Its detail is `{ref}`, a record's; the answer is put into `detail.rect`, in CSS px of the page, or null.
 */
export const locateEvent = "faelleskort:locate";

const QuestionSchema = v.looseObject({ ref: RecordRefSchema });

/** Answers such questions; returns how to stop. */
export function answerLocate(paper: HTMLElement, engine: CanvasEngine): () => void {
  const answer = (event: Event) => {
    const detail: unknown = event instanceof CustomEvent ? event.detail : null;
    const question = v.safeParse(QuestionSchema, detail);
    if (!question.success || typeof detail !== "object" || detail === null) return;
    engine.desk.sync();
    const area = engine.desk.shownAt(keyOfRef(question.output.ref));
    const { left, top } = paper.getBoundingClientRect();
    const shown = area && engine.screenRect(area);
    Object.assign(detail, { rect: shown && { ...shown, x: shown.x + left, y: shown.y + top } });
  };
  paper.addEventListener(locateEvent, answer);
  return () => paper.removeEventListener(locateEvent, answer);
}
