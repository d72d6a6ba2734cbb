import { describe, expect, it } from "vitest";
import type { Actor } from "../model/actor.ts";
import { type BoardSnapshot, emptyBoard } from "../model/board.ts";
import { actorId } from "../model/ids.ts";
import { clusters } from "./clusters.ts";
import { followClusters } from "./follow-clusters.ts";

const actor = (name: string, createdAt: number, part: Partial<Actor> = {}): Actor => ({
  id: actorId(`actor-${name}`),
  name,
  answers: { activities: "", partners: "", contribution: "" },
  category: null,
  author: { label: name, participantId: null },
  createdAt,
  onWhoCard: false,
  wall: null,
  placement: null,
  mergedInto: null,
  deleted: false,
  ...part,
});
const board = (...actors: Actor[]): BoardSnapshot => ({
  ...emptyBoard,
  actorsById: new Map(actors.map((one) => [one.id, one])),
});

describe("clusters over time", () => {
  const a = actor("a", 1);
  const b = actor("b", 2, { mergedInto: a.id });
  const c = actor("c", 3);
  const steps: readonly [string, Actor[]][] = [
    ["nothing", []],
    ["cards come", [a, b, c]],
    ["one is renamed", [a, { ...b, name: "B" }, c]],
    ["the lead moves", [{ ...a, placement: { x: 0.2, y: 0.8 } }, { ...b, name: "B" }, c]],
    ["one more is merged", [a, b, { ...c, mergedInto: b.id }]],
    ["the lead is deleted", [{ ...a, deleted: true }, b, { ...c, mergedInto: b.id }]],
    ["it comes back", [a, b, { ...c, mergedInto: b.id }]],
    ["a deleted card changes", [a, { ...b, deleted: true }, c]],
    ["it is renamed all the same", [a, { ...b, deleted: true, name: "gone" }, c]],
    ["another one comes, older than all", [a, b, c, actor("d", 0)]],
    ["one gives way to another", [a, b, actor("e", 5), actor("d", 0)]],
  ];

  it("are what they are when read at once", () => {
    const follow = followClusters();
    for (const [what, actors] of steps) {
      const snapshot = board(...actors);
      expect(follow(snapshot), what).toEqual(clusters(snapshot));
    }
  });

  it("keep what didn't change", () => {
    const follow = followClusters();
    const [first, second] = follow(board(a, b, c));
    const [firstAfter, secondAfter] = follow(board(a, b, { ...c, name: "C" }));
    expect(firstAfter).toBe(first);
    expect(secondAfter).not.toBe(second);
    const [firstMerged] = follow(board(a, b, { ...c, name: "C", deleted: true }));
    expect(firstMerged).toBe(first);
  });

  it("are the same list when no card changed", () => {
    const follow = followClusters();
    const snapshot = board(a, b, c);
    expect(follow({ ...snapshot })).toBe(follow(snapshot));
  });
});
