import { expect, it } from "vitest";
import * as Y from "yjs";
import { applyFirstState } from "./first-state.ts";

function stateWith(word: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap("actors").set(word, "a card");
  return Y.encodeStateAsUpdate(doc);
}
const wordsOf = (doc: Y.Doc) => [...doc.getMap("actors").keys()];

it("hands on the bytes as they came, once, and later updates as Yjs tells them", () => {
  const doc = new Y.Doc();
  const heard: [Uint8Array, unknown][] = [];
  doc.on("update", (update, origin) => heard.push([update, origin]));
  const state = stateWith("first");
  expect(applyFirstState(doc, state, "server")).toBe(true);
  expect(wordsOf(doc)).toEqual(["first"]);
  expect(heard).toEqual([[state, "server"]]);
  expect(heard[0]?.[0]).toBe(state);
  doc.getMap("actors").set("second", "a card");
  expect(heard).toHaveLength(2);
});

it("leaves a document alone that has something in it", () => {
  const doc = new Y.Doc();
  doc.getMap("actors").set("mine", "a card");
  expect(applyFirstState(doc, stateWith("first"), "server")).toBe(false);
  expect(wordsOf(doc)).toEqual(["mine"]);
});

it("tells nothing of a state with nothing in it", () => {
  const doc = new Y.Doc();
  let heard = 0;
  doc.on("update", () => heard++);
  expect(applyFirstState(doc, Y.encodeStateAsUpdate(new Y.Doc()), "server")).toBe(true);
  expect(heard).toBe(0);
});

it("loses no edit that answers the news: a replica that hears the updates alone has all of it", () => {
  const doc = new Y.Doc();
  const replica = new Y.Doc();
  doc.on("update", (update) => Y.applyUpdate(replica, update));
  const actors = doc.getMap("actors");
  const answer = () => {
    if (!actors.has("answer")) actors.set("answer", "a card");
  };
  actors.observe(answer);
  applyFirstState(doc, stateWith("first"), "server");
  expect(wordsOf(replica).toSorted()).toEqual(["answer", "first"]);
});

it("passes on what a listener throws, and goes on telling", () => {
  const doc = new Y.Doc();
  const heard: Uint8Array[] = [];
  doc.on("update", (update) => heard.push(update));
  const stop = () => {
    throw new Error("a defect");
  };
  doc.getMap("actors").observe(stop);
  expect(() => applyFirstState(doc, stateWith("first"), "server")).toThrow("a defect");
  doc.getMap("actors").unobserve(stop);
  doc.getMap("actors").set("second", "a card");
  expect(heard).toHaveLength(1);
});
