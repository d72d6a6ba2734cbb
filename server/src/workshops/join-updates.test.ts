import { expect, test } from "vitest";
import * as Y from "yjs";
import { type JoinableUpdate, joinUpdates } from "./join-updates.ts";
import { readUpdate } from "./update-reader.ts";

/** Numbers below `limit`, the same for the same seed. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function joinable(update: Uint8Array): JoinableUpdate {
  const read = readUpdate(update);
  if (!read.ok) throw new Error(read.error);
  return { update, read: read.value };
}

/** Some replicas that edit cards and texts, now and then hearing of each other; gives all updates in an order that has no gap. */
function updatesOf(seed: number): JoinableUpdate[] {
  const below = numbers(seed);
  const taken: JoinableUpdate[] = [];
  const replicas = [1, 2, 3].map((clientID) => {
    const doc = new Y.Doc();
    doc.clientID = clientID + seed * 10;
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "others") taken.push(joinable(update));
    });
    return doc;
  });
  for (let step = 0; step < 60; step += 1) {
    const doc = replicas[below(3)];
    if (doc === undefined) continue;
    const notes = doc.getMap<Y.Map<unknown>>("notes");
    const key = `note-${below(5)}`;
    const note = notes.get(key);
    if (below(4) === 0) {
      for (const { update } of taken) Y.applyUpdate(doc, update, "others");
    } else if (note === undefined) {
      const made = new Y.Map<unknown>();
      made.set("text", new Y.Text("æøå"));
      notes.set(key, made);
    } else if (below(3) === 0) {
      note.set("position", { x: below(1_000), y: 0.5 });
    } else {
      const text = note.get("text");
      if (!(text instanceof Y.Text)) throw new Error("no text");
      if (text.length > 2 && below(2) === 0) text.delete(below(text.length - 1), 1);
      else text.insert(below(text.length + 1), "hej");
    }
  }
  return taken;
}

const applied = (doc: Y.Doc, updates: readonly Uint8Array[]): Y.Doc => {
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};

test("joined updates make the same document as the updates, and as Yjs' own merging", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const updates = updatesOf(seed);
    const below = numbers(seed + 7_000);
    const asTheyCame = new Y.Doc();
    const byUs = new Y.Doc();
    const byYjs = new Y.Doc();
    for (let index = 0; index < updates.length;) {
      const some = updates.slice(index, index + 1 + below(12));
      index += some.length;
      const joined = joinUpdates(some);
      // What we send must be readable by our own rules, too: clients bring it back after a crash.
      expect(readUpdate(joined).ok, `seed ${seed}`).toBe(true);
      applied(byUs, [joined]);
      applied(byYjs, [Y.mergeUpdates(some.map(({ update }) => update))]);
      applied(
        asTheyCame,
        some.map(({ update }) => update),
      );
    }
    expect(byUs.store.pendingStructs, `seed ${seed}`).toBeNull();
    expect(byUs.store.pendingDs, `seed ${seed}`).toBeNull();
    const expected = asTheyCame.getMap("notes").toJSON();
    expect(Object.keys(expected).length).toBeGreaterThan(0);
    expect(byUs.getMap("notes").toJSON(), `seed ${seed}`).toEqual(expected);
    expect(byYjs.getMap("notes").toJSON(), `seed ${seed}`).toEqual(expected);
    expect(Y.encodeStateAsUpdate(byUs), `seed ${seed}`).toEqual(Y.encodeStateAsUpdate(asTheyCame));
  }
});

test("structs of one client that don't follow each other are merged all the same", () => {
  const doc = new Y.Doc();
  const updates: JoinableUpdate[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(joinable(update)));
  for (let index = 0; index < 4; index += 1) doc.getMap("notes").set(`note-${index}`, index);
  const [first, second, third, fourth] = updates;
  if (!first || !second || !third || !fourth) throw new Error("four edits are four updates");
  const twice = joinUpdates([first, second, second, third]);
  expect(applied(new Y.Doc(), [twice]).getMap("notes").size).toBe(3);
  const unread = joinUpdates([first, { update: second.update, read: null }]);
  expect(applied(new Y.Doc(), [unread]).getMap("notes").size).toBe(2);
});
