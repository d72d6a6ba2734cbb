import * as Y from "yjs";

/**
 * Puts the first state that comes for an empty document into it, and hands its bytes as they came to whoever listens to updates. Yjs
 * would write all of it anew for them, which for a full board takes nearly as long as reading it.
 * @returns false, with nothing done, when the document isn't empty
 */
export function applyFirstState(doc: Y.Doc, state: Uint8Array, origin: unknown): boolean {
  if (doc.store.clients.size > 0) return false;
  // Yjs asks whether anybody listens once the state is in.
  // oxlint-disable no-underscore-dangle
  const listeners = doc._observers.get("update");
  let own: Y.Transaction | null = null;
  let isAlone = true;
  const listenAgain = () => {
    if (listeners) doc._observers.set("update", listeners);
  };
  // Somebody answers the news by an edit of their own: then Yjs tells of everything, as ever.
  const notice = (transaction: Y.Transaction) => {
    own ??= transaction;
    if (own === transaction) return;
    isAlone = false;
    listenAgain();
  };
  doc._observers.delete("update");
  // oxlint-enable no-underscore-dangle
  doc.on("beforeTransaction", notice);
  try {
    Y.applyUpdate(doc, state, origin);
  } finally {
    doc.off("beforeTransaction", notice);
    listenAgain();
  }
  if (own && isAlone && doc.store.clients.size > 0) doc.emit("update", [state, origin, doc, own]);
  return true;
}
