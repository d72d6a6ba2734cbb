import { participantId } from "@faelleskort/shared/model/ids.ts";
import { type StepId, StepIdSchema, type Summons } from "@faelleskort/shared/model/stage.ts";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { follow, type FollowEvent, startFollowing } from "./follow.ts";

const id = (text: string): StepId => v.parse(StepIdSchema, text);
const call = (serial: number): Summons => ({ serial, sheet: "map", centre: { x: 3, y: 4 }, zoom: 2 });
const stage = (step: string, summons: Summons | null): FollowEvent => ({
  type: "stage",
  step: id(step),
  sheetOfStep: step === "1.5" ? "priority" : "wall",
  summons,
});

describe("following the facilitator", () => {
  test("a call is obeyed once: sheet and view", () => {
    const start = startFollowing(id("1.3"), "wall", null);
    const led = follow(start, stage("1.3", call(1)));
    expect(led).toMatchObject({
      sheet: "map",
      led: true,
      view: { serial: 1, centre: { x: 3, y: 4 }, zoom: 2 },
    });
    const away = follow(led, { type: "sheet-chosen", sheet: "wall" });
    expect(away).toMatchObject({ sheet: "wall", led: false });
    // The stage changes for another reason: the same call must not pull them back.
    expect(follow(away, stage("1.3", call(1)))).toBe(away);
    expect(follow(away, stage("1.3", call(2))).sheet).toBe("map");
  });

  test("STAGE-4 moving the view ends it", () => {
    const led = follow(startFollowing(id("1.3"), "wall", null), stage("1.3", call(1)));
    expect(follow(led, { type: "moved" }).led).toBe(false);
  });

  test("a call from before one came is not obeyed, not even after a reload", () => {
    const start = startFollowing(id("1.5"), "priority", call(7));
    expect(follow(start, stage("1.5", call(7)))).toBe(start);
  });

  test("a new step turns to its sheet, once", () => {
    const start = startFollowing(id("1.3"), "map", null);
    const moved = follow(start, stage("1.5", null));
    expect(moved.sheet).toBe("priority");
    const away = follow(moved, { type: "sheet-chosen", sheet: "wall" });
    expect(follow(away, stage("1.5", null)).sheet).toBe("wall");
  });

  test("a call wins over a new step that comes with it", () => {
    const start = startFollowing(id("1.3"), "wall", null);
    expect(follow(start, stage("1.5", call(1)))).toMatchObject({ sheet: "map", knownStep: "1.5" });
  });

  describe("somebody chosen", () => {
    const anne = participantId("person-anne");
    const looks = (x: number, width = 800): FollowEvent => ({
      type: "person-looks",
      at: { sheet: "map", centre: { x, y: 0 }, zoom: 2, seen: { width, height: 600 } },
    });
    const start = follow(startFollowing(id("1.3"), "wall", null), { type: "person-chosen", person: anne });

    test("leads to their sheet and view, each move once", () => {
      const there = follow(start, looks(5));
      expect(there).toMatchObject({ sheet: "map", person: anne, view: { centre: { x: 5, y: 0 }, zoom: 2 } });
      expect(follow(there, looks(5))).toBe(there);
      const next = follow(there, looks(6));
      expect(next.view?.serial).not.toBe(there.view?.serial);
      // Their window became narrower: they see less.
      expect(follow(next, looks(6, 500)).view).toMatchObject({ seen: { width: 500, height: 600 } });
    });

    test("is left by moving, by choosing a sheet, by a call, and when they leave", () => {
      const there = follow(start, looks(5));
      const ends: FollowEvent[] = [
        { type: "moved" },
        { type: "sheet-chosen", sheet: "map" },
        stage("1.3", call(1)),
        { type: "person-looks", at: null },
      ];
      for (const event of ends) {
        const after = follow(there, event);
        expect(after.person).toBeNull();
        expect(follow(after, looks(9))).toBe(after);
      }
    });
  });

  test("the projector turns with the facilitator's own sheet", () => {
    const start = startFollowing(id("1.3"), "wall", null);
    expect(follow(start, { type: "facilitator-sheet", sheet: "map" }).sheet).toBe("map");
    expect(follow(start, { type: "facilitator-sheet", sheet: "wall" })).toBe(start);
  });
});
