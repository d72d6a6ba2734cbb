import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { applyChanges } from "../doc/apply.ts";
import { readBoard } from "../doc/read-board.ts";
import type { BoardSnapshot } from "../model/board.ts";
import { actorId, markId } from "../model/ids.ts";
import { contentLimits } from "../model/limits.ts";
import { clusters } from "../views/clusters.ts";
import { keyPeople, priorityList, unplaced } from "../views/priority.ts";
import type { BoardCommand } from "./board-command.ts";
import { type CommandContext, decideBoard } from "./decide-board.ts";

const library: CommandContext = { author: { label: "Biblioteket", participantId: null }, now: 1 };
const ssp: CommandContext = { author: { label: "SSP", participantId: null }, now: 2 };
const [a, b, c, d] = ["actor-a", "actor-b", "actor-c", "actor-d"].map(actorId) as [
  ReturnType<typeof actorId>,
  ReturnType<typeof actorId>,
  ReturnType<typeof actorId>,
  ReturnType<typeof actorId>,
];

/** A board one can give commands to. */
function board() {
  const doc = new Y.Doc();
  return {
    get: (): BoardSnapshot => readBoard(doc),
    do(command: BoardCommand, context = library) {
      const decision = decideBoard(readBoard(doc), command, context);
      if (decision.ok) applyChanges(doc, decision.value, "test");
      return decision;
    },
    rejection(command: BoardCommand) {
      const decision = decideBoard(readBoard(doc), command, library);
      return decision.ok ? null : decision.error;
    },
  };
}

const write = (id: typeof a, name: string): BoardCommand => ({
  type: "actor.write",
  id,
  name,
  category: null,
  wall: null,
});

describe("writing cards", () => {
  it("keeps the name trimmed, the author and the time", () => {
    const wall = board();
    wall.do(write(a, "  Fair Play "));
    expect(wall.get().actorsById.get(a)).toMatchObject({
      name: "Fair Play",
      author: library.author,
      createdAt: 1,
    });
  });

  it("turns down an empty name, a too long one and a taken id, and changes nothing", () => {
    const wall = board();
    wall.do(write(a, "Fair Play"));
    expect(wall.rejection(write(b, "   "))).toBe("empty");
    expect(wall.rejection(write(b, "x".repeat(contentLimits.actorName + 1)))).toBe("too-long");
    expect(wall.rejection(write(a, "Another"))).toBe("id-taken");
    expect(wall.get().actorsById.size).toBe(1);
  });

  it("edits texts by their difference and holds their limit", () => {
    const wall = board();
    wall.do(write(a, "Fair Play"));
    const edit = (text: string): BoardCommand => ({
      type: "text.edit",
      target: { record: "actor", id: a, field: "activities" },
      text,
    });
    wall.do(edit("Klub"));
    const decision = wall.do(edit("Klub 🙂 hver dag"));
    expect(decision).toMatchObject({ ok: true, value: [{ kind: "splice-text", index: 4, remove: 0 }] });
    expect(wall.get().actorsById.get(a)?.answers.activities).toBe("Klub 🙂 hver dag");
    expect(wall.rejection(edit("x".repeat(20_000)))).toBe("too-long");
  });

  it("DOC-6 says when the card is gone", () => {
    const wall = board();
    expect(wall.rejection({ type: "actor.set-category", id: a, category: "place" })).toBe("gone");
    wall.do(write(a, "Fair Play"));
    wall.do({ type: "records.delete", records: [{ record: "actor", id: a }] });
    expect(wall.rejection({ type: "actor.stick", id: a, onWhoCard: true })).toBe("gone");
    expect(clusters(wall.get())).toEqual([]);
    wall.do({ type: "records.restore", records: [{ record: "actor", id: a }] });
    expect(clusters(wall.get())).toHaveLength(1);
  });
});

describe("merging", () => {
  it("makes equal cards one with all authors, and splits them again", () => {
    const wall = board();
    wall.do(write(a, "Bibliotek"), library);
    wall.do(write(b, "Biblioteket"), ssp);
    wall.do(write(c, "Biblio"), ssp);
    wall.do({ type: "actor.merge", ids: [b, c], into: a });
    const [cluster] = clusters(wall.get());
    expect(cluster).toMatchObject({ id: a, authors: [library.author, ssp.author] });
    expect(cluster?.members.map(({ id }) => id)).toEqual([a, b, c]);
    wall.do({ type: "actor.split", id: b });
    expect(clusters(wall.get()).map(({ id, members }) => [id, members.length])).toEqual([
      [a, 2],
      [b, 1],
    ]);
    wall.do({ type: "actor.split", id: a });
    expect(clusters(wall.get())).toHaveLength(3);
    expect(wall.rejection({ type: "actor.split", id: a })).toBe("not-merged");
  });

  it("carries a merged card's placement over when the lead has none", () => {
    const wall = board();
    wall.do(write(a, "A"));
    wall.do(write(b, "B"));
    wall.do({ type: "actor.place", moves: [{ id: b, to: { x: 0.9, y: 0.9 } }] });
    wall.do({ type: "actor.merge", ids: [b], into: a });
    expect(clusters(wall.get())[0]).toMatchObject({ id: a, field: 1 });
    expect(wall.rejection({ type: "actor.merge", ids: [b], into: a })).toBe("nothing-to-merge");
  });
});

describe("the priority model", () => {
  it("DOC-3 derives the field, the list, the tray and the key people from positions", () => {
    const wall = board();
    for (const id of [a, b, c, d]) wall.do(write(id, id));
    wall.do({
      type: "actor.place",
      moves: [
        { id: a, to: { x: 0.6, y: 0.6 } },
        { id: b, to: { x: 0.9, y: 0.8 } },
        { id: c, to: { x: 0.9, y: 0.1 } },
      ],
    });
    const all = clusters(wall.get());
    expect(keyPeople(all).map(({ id }) => id)).toEqual([b, a]);
    expect(priorityList(all)[2].map(({ id }) => id)).toEqual([c]);
    expect(unplaced(all).map(({ id }) => id)).toEqual([d]);
    wall.do({ type: "actor.unplace", ids: [a] });
    expect(unplaced(clusters(wall.get())).map(({ id }) => id)).toEqual([a, d]);
  });

  it("finds a seat of its own in the field's circle when placed by button", () => {
    const wall = board();
    for (const id of [a, b, c, d]) {
      wall.do(write(id, id));
      wall.do({ type: "actor.place-in-field", id, field: 3 });
    }
    const placed = priorityList(clusters(wall.get()))[3];
    expect(placed).toHaveLength(4);
    const seats = placed.map(({ placement }) => `${placement?.x},${placement?.y}`);
    expect(new Set(seats).size).toBe(4);
  });
});

describe("marks", () => {
  it("are added, moved, turned and removed", () => {
    const wall = board();
    const id = markId("mark-a");
    wall.do({
      type: "mark.add",
      id,
      kind: "resource",
      title: "Legepladsen",
      text: "",
      position: { x: 0.2, y: 0.3 },
    });
    wall.do({ type: "mark.move", moves: [{ id, to: { x: 0.5, y: 0.5 } }] });
    wall.do({ type: "mark.set-kind", id, kind: "challenge" });
    expect(wall.get().marksById.get(id)).toMatchObject({ kind: "challenge", position: { x: 0.5, y: 0.5 } });
    wall.do({ type: "records.delete", records: [{ record: "mark", id }] });
    expect(wall.get().marksById.get(id)?.deleted).toBe(true);
    expect(wall.rejection({ type: "mark.set-kind", id, kind: "resource" })).toBe("gone");
  });
});
