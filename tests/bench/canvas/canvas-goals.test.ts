import { describe, expect, test } from "vitest";
import { canvasGoalTable, judgeCanvas } from "./canvas-goals.ts";
import { canvasTable, type CanvasResults } from "./canvas-table.ts";

const results: CanvasResults = new Map([
  ["ours", { panWork: 5, "panWork.fps": 60, zoom: 17, slowPanFps: 29, idleFrames: 0 }],
  ["tldraw", { panWork: 40, zoom: 340 }],
  ["excalidraw", { panWork: 6, zoom: 300 }],
]);
const outcome = (id: string): string | undefined =>
  judgeCanvas(results).find((verdict) => verdict.id === id)?.outcome;

describe("the canvas goals", () => {
  test("are bounds, and shares of each peer", () => {
    expect(outcome("c1a")).toBe("reached");
    expect(outcome("c1b")).toBe("reached");
    expect(outcome("c1c")).toBe("not reached");
    expect(outcome("c4a")).toBe("not reached");
    expect(outcome("c9a")).toBe("not reached");
    expect(outcome("c11")).toBe("reached");
    expect(outcome("c7")).toBe("not measured");
  });

  test("say plainly what isn't reached, and why", () => {
    const text = canvasGoalTable(judgeCanvas(results), { c1c: "because" });
    expect(text).toContain("3 of 8 canvas goals are not reached:");
    expect(text).toContain("c1c … share of Excalidraw: because");
    expect(text).not.toContain("c7");
  });

  test("stand under a table with the ratios", () => {
    expect(canvasTable(results)).toMatch(
      /pan, work\s+5\.0 \(60\)\s+40\.0 \(–\)\s+6\.0 \(–\)\s+0\.13\s+0\.83/,
    );
  });
});
