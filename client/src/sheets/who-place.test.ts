import { actorId } from "@faelleskort/shared/model/ids.ts";
import { clusters } from "@faelleskort/shared/views/clusters.ts";
import { expect, it } from "vitest";
import { overlaps, rect } from "../canvas/geometry/rect.ts";
import { sampleBoard } from "./sample-board.ts";
import { whoPlace } from "./who-place.ts";

const a = actorId("actor-a");
const b = actorId("actor-b");
const c = actorId("actor-c");

it("leaves a card where it has room to grow, and moves one that would cover another", () => {
  const board = sampleBoard();
  const write = { type: "actor.write", name: "Kort", category: null } as const;
  board.run({ ...write, id: a, wall: { x: 0, y: 0, z: 4 } });
  expect(whoPlace(clusters(board.snapshot), a)).toEqual({ x: 0, y: 0, z: 4 });
  board.run({ ...write, id: b, wall: { x: 220, y: 0, z: 0 } }, { ...write, id: c, wall: null });
  const place = whoPlace(clusters(board.snapshot), a);
  expect(place && overlaps(rect(place.x, place.y, 320, 232), rect(220, 0, 200, 128))).toBe(false);
  expect(whoPlace(clusters(board.snapshot), c)).toBeNull();
});
