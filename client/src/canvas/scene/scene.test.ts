import { actorId } from "@faelleskort/shared/model/ids.ts";
import { followClusters } from "@faelleskort/shared/views/follow-clusters.ts";
import { describe, expect, it } from "vitest";
import { sampleBoard } from "../../sheets/sample-board.ts";
import { sheetOf } from "../../sheets/sheets-by-id.ts";
import { createScene } from "./scene.ts";
import { createTextSetter } from "./text-setter.ts";

/** A wall of cards as close as the seats lay them. */
function wall() {
  const board = sampleBoard();
  const ids = Array.from({ length: 25 }, (_, index) => actorId(`card-${index}`));
  for (const [index, id] of ids.entries()) {
    const at = { x: (index % 5) * 220, y: Math.floor(index / 5) * 148, z: 0 };
    board.run({ type: "actor.write", id, name: `Card ${index}`, category: null, wall: at });
  }
  const scene = createScene(sheetOf("wall"));
  const readClusters = followClusters();
  const text = createTextSetter((words, { size }) => words.length * size * 0.5);
  const update = () => {
    const { snapshot } = board;
    return scene.update({
      snapshot,
      clusters: readClusters(snapshot),
      picture: null,
      focusActor: null,
      text,
    });
  };
  return { board, ids, scene, update };
}

describe("what a change damages", () => {
  it("is everything at first", () => {
    expect(wall().update()).toBe("all");
  });

  it("PAINT-1 is the one card that somebody nudged, once, and none of its neighbours", () => {
    const { board, ids, scene, update } = wall();
    update();
    const [id] = ids.slice(12);
    if (!id) throw new Error("no such card");
    board.run({ type: "actor.move", moves: [{ id, to: { x: 2 * 220 + 5, y: 2 * 148, z: 0 } }] });
    const damage = update();
    if (damage === "all") throw new Error("everything was damaged");
    expect(damage.flatMap((area) => scene.within(area)).map(({ key }) => key)).toEqual([`actor:${id}`]);
  });

  it("is where a card lay and where it lies when it was carried far", () => {
    const { board, ids, scene, update } = wall();
    update();
    const [id] = ids;
    if (!id) throw new Error("no such card");
    board.run({ type: "actor.move", moves: [{ id, to: { x: 4_000, y: 0, z: 1 } }] });
    const damage = update();
    expect(damage).toHaveLength(2);
    if (damage === "all") throw new Error("everything was damaged");
    expect(damage.flatMap((area) => scene.within(area))).toHaveLength(1);
  });
});
