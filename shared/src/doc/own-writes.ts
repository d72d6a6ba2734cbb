import * as Y from "yjs";
import type { Change } from "../commands/change.ts";
import { type BoardRoot, recordsOf } from "./keys.ts";

/**
 * What of `changes` touches only values that this replica itself wrote last. A value alone doesn't tell: somebody may have set
 * it to something else and back, and then it is theirs.
 */
export function keepOwnWrites(doc: Y.Doc, changes: readonly Change[]): Change[] {
  return changes.flatMap((change): Change[] => {
    switch (change.kind) {
      case "patch-actor": {
        const patch = ownPart(doc, "actors", change.id, change.patch);
        return patch ? [{ ...change, patch }] : [];
      }
      case "patch-mark": {
        const patch = ownPart(doc, "marks", change.id, change.patch);
        return patch ? [{ ...change, patch }] : [];
      }
      case "patch-note": {
        const patch = ownPart(doc, "notes", change.id, change.patch);
        return patch ? [{ ...change, patch }] : [];
      }
      case "patch-element": {
        const patch = ownPart(doc, "elements", change.id, change.patch);
        return patch ? [{ ...change, patch }] : [];
      }
      case "create-actor":
      case "create-mark":
      case "create-note":
      case "create-element":
      case "splice-text":
        return [change];
    }
  });
}

function ownPart<P extends object>(doc: Y.Doc, root: BoardRoot, id: string, patch: P): Partial<P> | null {
  const record = recordsOf(doc, root).get(id);
  if (!(record instanceof Y.Map)) return null;
  const own = Object.entries(patch).filter(([key]) => {
    // Yjs tells who wrote a key only inside; a key nobody ever wrote came with the record.
    // oxlint-disable-next-line no-underscore-dangle
    const writer = record._map.get(key)?.id.client ?? record._item?.id.client;
    return writer === doc.clientID;
  });
  return own.length > 0 ? (Object.fromEntries(own) as Partial<P>) : null;
}
