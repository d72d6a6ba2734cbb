import * as Y from "yjs";
import { spliceBetween } from "../commands/text-diff.ts";
import { type BoardRoot, recordKeys, type RecordMap, recordsOf } from "./keys.ts";

/** Which record, and of which kind. */
export interface RecordKey {
  readonly root: BoardRoot;
  readonly id: string;
}

/**
 * Remembers records as they are now. What it returns writes them back: values that differ, and of texts only the difference, so that
 * nobody's caret jumps. Call that inside a transaction. Records that aren't there are passed over.
 */
export function keepRecords(doc: Y.Doc, keys: readonly RecordKey[]): () => void {
  const restores = keys.flatMap(({ root, id }) => {
    const record = recordsOf(doc, root).get(id);
    return record instanceof Y.Map ? [keepRecord(record, root)] : [];
  });
  return () => {
    for (const restore of restores) restore();
  };
}

function keepRecord(record: RecordMap, root: BoardRoot): () => void {
  const { texts, values } = recordKeys[root];
  const keptValues = values.map((key) => [key, record.get(key)] as const);
  const keptTexts = texts.map((key) => [key, textAt(record, key)?.toJSON()] as const);
  return () => {
    for (const [key, kept] of keptValues) {
      if (JSON.stringify(record.get(key)) === JSON.stringify(kept)) continue;
      if (kept === undefined) record.delete(key);
      else record.set(key, kept);
    }
    for (const [key, kept] of keptTexts) {
      if (kept === undefined) continue;
      const text = textAt(record, key);
      if (!text) record.set(key, new Y.Text(kept));
      const splice = text && spliceBetween(text.toJSON(), kept);
      if (!splice) continue;
      text.delete(splice.index, splice.remove);
      text.insert(splice.index, splice.insert);
    }
  };
}

function textAt(record: RecordMap, key: string): Y.Text | undefined {
  const value = record.get(key);
  return value instanceof Y.Text ? value : undefined;
}
