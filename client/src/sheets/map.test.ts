import { markId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, it } from "vitest";
import { mapArea, mapSheet } from "./map.ts";
import { layingOut, numberedIds, sampleBoard } from "./sample-board.ts";

const heart = markId("mark-heart");
const picture = { width: 4_000, height: 2_000 };

function board() {
  const sample = sampleBoard();
  const position = { x: 0.25, y: 0.5 };
  sample.run({ type: "mark.add", id: heart, kind: "resource", title: "Fodboldburet", text: "", position });
  return sample;
}

describe("the area map", () => {
  it("is 1600 wide and as high as its picture asks; without one 1600 × 1000", () => {
    expect(mapArea(picture)).toEqual({ x: 0, y: 0, width: 1600, height: 800 });
    expect(mapArea(null)).toEqual({ x: 0, y: 0, width: 1600, height: 1000 });
  });

  it("shows a mark with the marked spot in the middle of its heart, and drops it by that spot", () => {
    const arrangement = layingOut(mapSheet, board())({ picture });
    const [mark] = arrangement.items;
    if (mark?.kind !== "mark") throw new Error("the mark is missing");
    const { anchor } = mark.layout;
    expect({ x: mark.rect.x + anchor.x, y: mark.rect.y + anchor.y }).toEqual({ x: 400, y: 400 });
    const moved = { x: mark.rect.x + 160, y: mark.rect.y + 80 };
    expect(arrangement.drop([{ item: mark, to: moved }])).toEqual([
      { type: "mark.move", moves: [{ id: heart, to: { x: 0.35, y: 0.6 } }] },
    ]);
    expect(arrangement.drop([{ item: mark, to: { x: -5_000, y: 9_000 } }])).toEqual([
      { type: "mark.move", moves: [{ id: heart, to: { x: 0, y: 1 } }] },
    ]);
  });

  it("moves by half a hundredth of the width with an arrow key", () => {
    const arrangement = layingOut(mapSheet, board())({ picture });
    expect(arrangement.nudge([...arrangement.items], { x: 0, y: 1 }, false)).toEqual([
      { type: "mark.move", moves: [{ id: heart, to: { x: 0.25, y: 0.51 } }] },
    ]);
  });

  it("marks where somebody pressed with the kind chosen, a resource when none is, and nothing beside the map", () => {
    const arrangement = layingOut(mapSheet, board())({ picture });
    const star = arrangement.draft({ x: 800, y: 200 }, "challenge", true);
    expect(star?.commands("Mørk sti", numberedIds())).toEqual([
      {
        type: "mark.add",
        id: "made-0000",
        kind: "challenge",
        title: "Mørk sti",
        text: "",
        position: { x: 0.5, y: 0.25 },
      },
    ]);
    expect(arrangement.draft({ x: 800, y: 200 }, "select", true)?.commands("X", numberedIds())).toMatchObject(
      [{ kind: "resource" }],
    );
    expect(arrangement.draft({ x: -50, y: 200 }, "challenge", true)).toBeNull();
    expect(arrangement.draft({ x: 800, y: 200 }, "hand", true)).toBeNull();
  });

  it("sets one mark per pasted line, all on the map", () => {
    const arrangement = layingOut(mapSheet, board())({ picture });
    const commands = arrangement.paste(["Et", "To", "Tre"], { x: 1_590, y: 790 }, "challenge", numberedIds());
    expect(commands).toHaveLength(3);
    for (const command of commands) {
      expect(command).toMatchObject({ type: "mark.add", kind: "challenge" });
      if (command.type === "mark.add") expect(command.position.x).toBeLessThanOrEqual(1);
    }
  });
});
