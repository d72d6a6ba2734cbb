import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import { actorId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, test } from "vitest";
import { joinedAnswers } from "../list/joined-answers.ts";
import { foldChanges } from "../../state/fold-changes.ts";
import { boardOf, card, clustersOf } from "../testing/cluster.ts";
import { leadOf } from "./lead-of.ts";
import { isStillMerged, unmergeCommands } from "./unmerge.ts";
import { similarTo } from "./similar.ts";

/** The board after a command, which must be taken. */
function carryOut(board: BoardSnapshot, command: BoardCommand): BoardSnapshot {
  const decision = decideBoard(board, command, { author: { label: "", participantId: null }, now: 0 });
  if (!decision.ok) throw new Error(decision.error);
  return foldChanges(board, decision.value);
}

const answers = (activities: string) => ({ activities, partners: "", contribution: "" });

describe("which card leads when equal ones become one", () => {
  test("the one on a who-card, then the one with most answers, then the oldest", () => {
    const [a, b, c] = clustersOf(
      card("a", { createdAt: 1 }),
      card("b", { createdAt: 2, answers: answers("Fodbold") }),
      card("c", { createdAt: 3, onWhoCard: true }),
    );
    if (!a || !b || !c) throw new Error("three cards were made");
    expect(leadOf([a, b, c])).toBe(c);
    expect(leadOf([a, b])).toBe(b);
    expect(leadOf([a, { ...a, id: actorId("actor-x") }])).toBe(a);
    expect(leadOf([])).toBeUndefined();
  });
});

test("cards alike are suggested for the open one, but not itself", () => {
  const all = clustersOf(
    card("a", { name: "Fædregruppen" }),
    card("b", { name: "faedre gruppen" }),
    card("c", { name: "SSP" }),
  );
  const [a, , c] = all;
  if (!a || !c) throw new Error("three cards were made");
  expect(similarTo(a, all).map(({ lead }) => lead.name)).toEqual(["faedre gruppen"]);
  expect(similarTo(c, all)).toEqual([]);
});

test("the answers of all merged cards are read together, each once", () => {
  const [merged] = clustersOf(
    card("a", { answers: answers("Fodbold") }),
    card("b", { mergedInto: actorId("actor-a"), answers: answers(" Fodbold ") }),
    card("c", { mergedInto: actorId("actor-a"), answers: answers("Klub"), createdAt: 1 }),
  );
  expect(merged && joinedAnswers(merged, "activities")).toBe("Fodbold\nKlub");
  expect(merged && joinedAnswers(merged, "partners")).toBe("");
});

describe("taking a merge back", () => {
  const [lead, placed] = clustersOf(
    card("a", { createdAt: 1 }),
    card("b", { createdAt: 2, placement: { x: 1, y: 1 }, onWhoCard: true }),
  );
  if (!lead || !placed) throw new Error("two cards were made");
  const before = boardOf(lead.lead, placed.lead);

  test("gives the very board back, also when something else was done meanwhile", () => {
    const merged = carryOut(before, { type: "actor.merge", ids: [placed.id], into: lead.id });
    expect(isStillMerged(merged, lead, [placed])).toBe(true);
    const commands = unmergeCommands(lead, [placed]) ?? [];
    expect(commands.reduce(carryOut, merged)).toEqual(before);
    const renamed = carryOut(merged, { type: "actor.set-category", id: lead.id, category: "place" });
    const restored = commands.reduce(carryOut, renamed);
    expect(restored.actorsById.get(lead.id)).toEqual({ ...lead.lead, category: "place" });
    expect(isStillMerged(restored, lead, [placed])).toBe(false);
  });

  test("is left to undo when one of the others was merged of several", () => {
    expect(unmergeCommands(lead, [{ ...placed, members: [placed.lead, lead.lead] }])).toBeNull();
  });
});
