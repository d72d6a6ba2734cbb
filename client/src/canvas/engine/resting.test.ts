import { actorId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, it } from "vitest";
import type { Showing } from "../geometry/plate.ts";
import { sampleBoard } from "../../sheets/sample-board.ts";
import { sheetOf } from "../../sheets/sheets-by-id.ts";
import type { LayerName } from "./damage.ts";
import { createEngine } from "./engine.ts";
import { fakeClock } from "./fake-clock.ts";

/** An engine without a screen, on a wall of cards in one row; tells what was drawn and how the plate was shown. */
function wall() {
  const clock = fakeClock();
  const board = sampleBoard();
  const ids = Array.from({ length: 12 }, (_, index) => actorId(`card-${index}`));
  for (const [index, id] of ids.entries()) {
    const at = { x: index * 220, y: 0, z: 0 };
    board.run({ type: "actor.write", id, name: `Card ${index}`, category: null, wall: at });
  }
  const drawn: LayerName[] = [];
  const shown: Showing[] = [];
  const engine = createEngine(
    {
      sheets: sheetOf,
      sheet: "wall",
      source: { get: () => board.snapshot, subscribe: (listener) => board.subscribe(listener) },
      picture: null,
      tool: "select",
      mayWrite: true,
      focusActor: null,
      peers: { get: () => [], subscribe: () => () => {} },
      dispatch: () => true,
      onPresence: () => {},
      onOpen: () => {},
      onSelect: () => {},
      viewRequest: null,
      newId: () => "new-id",
      t: (text) => text,
    },
    {
      clock,
      surface: {
        draw: (layer) => drawn.push(layer),
        show: (at) => shown.push(at),
        present: () => {},
        lay: () => {},
        showGuides: () => {},
        setPointerShape: () => {},
      },
      measure: (text, { size }) => text.length * size * 0.5,
      motion: () => 0,
      loadPicture: () => () => {},
    },
  );
  engine.resize({ width: 1_000, height: 800 }, 1);
  clock.frame();
  const { viewport } = engine.desk;
  return {
    clock,
    shown,
    move: (id: number, x: number) => {
      const card = ids[id];
      if (card) board.run({ type: "actor.move", moves: [{ id: card, to: { x, y: 0, z: 0 } }] });
    },
    pan: (dx: number) => {
      drawn.length = 0;
      viewport.panBy(dx, 0);
      engine.desk.viewMoved(true);
      clock.frame();
      return [...drawn];
    },
    zoom: (factor: number) => {
      drawn.length = 0;
      viewport.zoomAt({ x: 500, y: 400 }, viewport.camera.zoom * factor);
      engine.desk.viewMoved(true);
      clock.frame();
      return [...drawn];
    },
    wait: (ms: number) => {
      drawn.length = 0;
      clock.advance(ms);
      clock.frame();
      return [...drawn];
    },
  };
}

describe("the resting layer", () => {
  it("PAINT-2 is only shown elsewhere while the view stays on the plate", () => {
    const { pan, shown } = wall();
    const before = shown.at(-1);
    expect(pan(40)).toEqual([]);
    expect(shown.at(-1)?.x).toBe((before?.x ?? 0) + 40);
  });

  it("is painted again when the view leaves the plate", () => {
    const { pan, shown } = wall();
    expect(pan(400)).toEqual(["rest"]);
    // The view lies in the middle of the plate again.
    expect(shown.at(-1)).toEqual({ x: -250, y: -200, scale: 1 });
  });

  it("PAINT-2 is shown larger or smaller while zooming, and painted sharp once the view rests", () => {
    const { zoom, wait, shown } = wall();
    expect(zoom(1.2)).toEqual([]);
    expect(shown.at(-1)?.scale).toBeCloseTo(1.2);
    expect(wait(1_000)).toEqual(["rest"]);
    expect(shown.at(-1)?.scale).toBe(1);
    expect(wait(1_000)).toEqual([]);
  });

  it("PAINT-2 is painted for where the zoom goes, so that it lasts: few times from near to all in view, and back", () => {
    const { zoom } = wall();
    let painted = 0;
    const go = (factor: number) => {
      for (let step = 0; step < 40; step += 1) painted += zoom(factor).length;
    };
    go(0.95);
    expect(painted).toBeLessThanOrEqual(3);
    go(1 / 0.95);
    expect(painted).toBeLessThanOrEqual(6);
  });
});
