import * as v from "valibot";
import type * as Y from "yjs";
import { type Stage, StageSchema } from "../model/stage.ts";
import { stageRoot } from "./keys.ts";

/** The stage as the document has it; null before the server's first state has arrived, or when it doesn't fit. */
export function readStage(doc: Y.Doc): Stage | null {
  const map = doc.getMap(stageRoot);
  const parsed = v.safeParse(StageSchema, Object.fromEntries(map.entries()));
  return parsed.success ? parsed.output : null;
}

/** Writes what differs, one key per property, in one transaction. Only the server calls this on a shared document. */
export function writeStage(doc: Y.Doc, stage: Stage, origin: unknown): void {
  const map = doc.getMap(stageRoot);
  doc.transact(() => {
    for (const [key, value] of Object.entries(stage)) {
      if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value);
    }
  }, origin);
}

/** Follows a stage document: `listener` is called with each new readable stage. Returns the way to stop. */
export function observeStage(doc: Y.Doc, listener: (stage: Stage) => void): () => void {
  const map = doc.getMap(stageRoot);
  const observe = () => {
    const stage = readStage(doc);
    if (stage) listener(stage);
  };
  map.observe(observe);
  return () => map.unobserve(observe);
}
