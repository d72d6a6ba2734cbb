import { expect, test } from "vitest";
import { type BoardSnapshot, emptyBoard } from "../model/board.ts";
import type { Actor } from "../model/actor.ts";
import { actorId, markId } from "../model/ids.ts";
import type { Mark } from "../model/mark.ts";
import { whatHappened } from "./happened.ts";

const actor = (name: string, label: string, changes: Partial<Actor> = {}): Actor => ({
  id: actorId(`actor-${name}`),
  name,
  answers: { activities: "", partners: "", contribution: "" },
  category: null,
  author: { label, participantId: null },
  createdAt: 1,
  onWhoCard: false,
  wall: null,
  placement: null,
  mergedInto: null,
  deleted: false,
  ...changes,
});
const mark: Mark = {
  id: markId("mark-1"),
  kind: "resource",
  title: "Torvet",
  text: "",
  position: { x: 0.1, y: 0.1 },
  author: { label: "Skolen", participantId: null },
  createdAt: 1,
  deleted: false,
};
const boardOf = (actors: readonly Actor[], marks: readonly Mark[] = []): BoardSnapshot => ({
  ...emptyBoard,
  actorsById: new Map(actors.map((one) => [one.id, one])),
  marksById: new Map(marks.map((one) => [one.id, one])),
});

/** Per label, only the headings with something under them, as names. */
function told(before: BoardSnapshot, after: BoardSnapshot) {
  return Object.fromEntries(
    whatHappened(before, after).map(({ label, things }) => [
      label,
      Object.fromEntries(
        Object.entries(things)
          .filter(([, list]) => list.length > 0)
          .map(([happening, list]) => [happening, list.map(({ name }) => name)]),
      ),
    ]),
  );
}

test("HIST-4 everything that became of things is told by the label of who wrote them", () => {
  const before = boardOf(
    [
      actor("Korpset", "Skolen"),
      actor("Klubben", "Skolen"),
      actor("Kirken", "Biblioteket"),
      actor("Cafeen", "Biblioteket", { deleted: true }),
      actor("Haven", "Biblioteket"),
    ],
    [mark],
  );
  const after = boardOf(
    [
      actor("Korpset", "Skolen", { placement: { x: 0.9, y: 0.9 } }),
      actor("Klubben", "Skolen", { mergedInto: actorId("actor-Korpset") }),
      actor("Kirken", "Biblioteket", { deleted: true }),
      actor("Cafeen", "Biblioteket"),
      actor("Haven", "Biblioteket", { answers: { activities: "Dyrker", partners: "", contribution: "" } }),
      actor("Kiosken", "Anne, Boligforeningen"),
      actor("Fejl", "Anne, Boligforeningen", { deleted: true }),
    ],
    [{ ...mark, position: { x: 0.5, y: 0.5 }, title: "Det nye torv" }],
  );
  expect(told(before, after)).toEqual({
    "Anne, Boligforeningen": { written: ["Kiosken", "Fejl"], deleted: ["Fejl"] },
    Biblioteket: { changed: ["Haven"], deleted: ["Kirken"], restored: ["Cafeen"] },
    Skolen: { changed: ["Det nye torv"], placed: ["Korpset", "Det nye torv"], merged: ["Klubben"] },
  });
});

test("where a card lies on the wall is nobody's work, and nothing is told of what is as it was", () => {
  const before = boardOf([actor("Korpset", "Skolen"), actor("Fortid", "Skolen", { deleted: true })]);
  const after = boardOf([
    actor("Korpset", "Skolen", { wall: { x: 1, y: 2, z: 0 } }),
    actor("Fortid", "Skolen", { deleted: true }),
  ]);
  expect(whatHappened(before, after)).toEqual([]);
});
