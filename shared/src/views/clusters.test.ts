import { describe, expect, it } from "vitest";
import type { Actor } from "../model/actor.ts";
import { emptyBoard } from "../model/board.ts";
import { actorId, type ActorId } from "../model/ids.ts";
import { clusters } from "./clusters.ts";

const id = (name: string): ActorId => actorId(`actor-${name}`);

function actor(name: string, createdAt: number, mergedInto: string | null, deleted = false): Actor {
  return {
    id: id(name),
    name,
    answers: { activities: "", partners: "", contribution: "" },
    category: null,
    author: { label: name, participantId: null },
    createdAt,
    onWhoCard: false,
    wall: null,
    placement: null,
    mergedInto: mergedInto === null ? null : id(mergedInto),
    deleted,
  };
}

const seen = (...actors: Actor[]) => {
  // Whatever order the records come in, the meeting sees the same.
  const views = [actors, [...actors].reverse()].map((order) =>
    clusters({ ...emptyBoard, actorsById: new Map(order.map((one) => [one.id, one])) }).map((cluster) =>
      cluster.members.map(({ name }) => name).join("+"),
    ),
  );
  expect(views[0]).toEqual(views[1]);
  return views[0];
};

describe("clusters", () => {
  it("follow chains of merges to their end", () => {
    expect(seen(actor("a", 1, "b"), actor("b", 2, "c"), actor("c", 3, null))).toEqual(["c+a+b"]);
  });

  it("DOC-2 of cards merged crosswise are led by the oldest", () => {
    expect(seen(actor("a", 2, "b"), actor("b", 1, "a"), actor("c", 3, "a"))).toEqual(["b+a+c"]);
  });

  it("never hide a card merged into one that was deleted", () => {
    expect(seen(actor("a", 1, null, true), actor("b", 3, "a"), actor("c", 2, "a"))).toEqual(["c+b"]);
  });

  it("hold for cards merged into themselves or into nothing", () => {
    expect(seen(actor("a", 1, "a"), actor("b", 2, "nowhere"))).toEqual(["a", "b"]);
  });
});
