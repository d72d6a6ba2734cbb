import * as Y from "yjs";
import { type DocumentState, documentStateOf } from "./document-state.ts";
import type { StoredDocument } from "./ports.ts";

/** A document as it was stored, until somebody needs more than its bytes. */
export type Content =
  | { readonly type: "stored"; readonly stored: StoredDocument }
  | {
      readonly type: "open";
      readonly doc: Y.Doc;
      readonly state: DocumentState;
      /** The state vector. */
      reached: ReadonlyMap<number, number>;
    };

/** Makes a document of what is stored: half a second for 5,000 cards. */
export function openContent(stored: StoredDocument): Content & { type: "open" } {
  const doc = openDocument(stored);
  const reached = Y.decodeStateVector(Y.encodeStateVector(doc));
  const content = { type: "open" as const, doc, state: documentStateOf(doc), reached };
  doc.on("afterTransaction", ({ afterState }: Y.Transaction) => {
    content.reached = afterState;
  });
  return content;
}

/**
 * Tells nobody what nobody listens to: with each edit Yjs tells of eight events, and makes a map and an array for each, listened to or not.
 */
class QuietDoc extends Y.Doc {
  // lib0 types it for every event at once; so must whoever overrides it.
  override emit(...[name, args]: Parameters<Y.Doc["emit"]>): ReturnType<Y.Doc["emit"]> {
    // oxlint-disable-next-line no-underscore-dangle
    if (this._observers.has(name)) super.emit(name, args);
  }
}

/** The stored document. What builds on damaged, lost updates is left out: whoever has it sends it again (SYNC-PEND-1). */
function openDocument({ snapshot, tail }: StoredDocument): Y.Doc {
  const doc = new QuietDoc({ gc: true });
  doc.transact(() => {
    Y.applyUpdate(doc, snapshot);
    for (const update of tail) Y.applyUpdate(doc, update);
  });
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
  return doc;
}
