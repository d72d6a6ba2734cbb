import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { plannedRound1 } from "../method/round1.ts";
import { programmeId } from "../model/ids.ts";
import { freeSheetId } from "../model/sheet.ts";
import type { Stage, StepId } from "../model/stage.ts";
import { StepIdSchema } from "../model/stage.ts";
import { decideStage, remainingMs } from "./decide-stage.ts";
import type { StageCommand } from "./stage-command.ts";

const step = (id: string): StepId => v.parse(StepIdSchema, id);
const start: Stage = {
  title: "Høje Gladsaxe",
  area: "Høje Gladsaxe",
  template: "round-1",
  locale: "da",
  programmeId: programmeId("programme"),
  steps: plannedRound1(),
  currentStep: step("1.1"),
  timer: { state: "idle" },
  locked: false,
  summons: null,
  writing: { mode: "open", reveals: 0 },
  focus: null,
  picture: null,
  freeSheets: [],
};

function run(stage: Stage, commands: readonly StageCommand[], now = 0): Stage {
  return commands.reduce((current, command) => {
    const decision = decideStage(current, command, now);
    if (!decision.ok) throw new Error(decision.error);
    return decision.value;
  }, stage);
}

describe("steps", () => {
  it("follow the plan, pass over skipped ones and stop at the ends", () => {
    const skipped = run(start, [
      { type: "step.skip", step: step("1.2"), skipped: true },
      { type: "step.next" },
    ]);
    expect(skipped.currentStep).toBe("1.3");
    expect(run(skipped, [{ type: "step.previous" }]).currentStep).toBe("1.1");
    expect(decideStage(start, { type: "step.previous" }, 0)).toEqual({ ok: false, error: "no-more-steps" });
    expect(decideStage(start, { type: "step.go", step: step("9.9") }, 0)).toEqual({
      ok: false,
      error: "no-such-step",
    });
  });

  it("always leave one in the plan", () => {
    const one = { ...start, steps: start.steps.map((s, index) => ({ ...s, skipped: index > 0 })) };
    expect(decideStage(one, { type: "step.skip", step: step("1.1"), skipped: true }, 0).ok).toBe(false);
  });

  it("STAGE-3 write privately in 1.3 and hand the cards over when it is left", () => {
    const writing = run(start, [{ type: "step.go", step: step("1.3") }]);
    expect(writing.writing).toEqual({ mode: "private", reveals: 0 });
    expect(run(writing, [{ type: "step.next" }]).writing).toEqual({ mode: "open", reveals: 1 });
    const shown = run(writing, [{ type: "writing.reveal" }]);
    expect(shown.writing).toEqual({ mode: "open", reveals: 1 });
    expect(decideStage(shown, { type: "writing.reveal" }, 0)).toEqual({ ok: false, error: "not-private" });
  });
});

describe("the timer", () => {
  it("runs for the step's minutes, pauses, goes on and is lengthened", () => {
    const running = run(start, [{ type: "timer.start" }], 1_000);
    expect(remainingMs(running, 61_000)).toBe(19 * 60_000);
    const paused = run(running, [{ type: "timer.pause" }], 61_000);
    expect(remainingMs(paused, 999_999)).toBe(19 * 60_000);
    const again = run(paused, [{ type: "timer.start" }], 100_000);
    expect(remainingMs(again, 100_000)).toBe(19 * 60_000);
    expect(remainingMs(run(again, [{ type: "timer.add", minutes: 1 }], 100_000), 100_000)).toBe(20 * 60_000);
  });

  it("counts a minute added after the bell from now", () => {
    const rung = run(start, [{ type: "timer.start" }], 0);
    const late = 30 * 60_000;
    expect(remainingMs(run(rung, [{ type: "timer.add", minutes: 1 }], late), late)).toBe(60_000);
  });
});

describe("free sheets", () => {
  const [ideas, plans] = [freeSheetId("free-ideas-1"), freeSheetId("free-plans-1")];

  it("FREE-SHEET-1 come last, or where they were; removing leaves the others as they are", () => {
    const both = run(start, [
      { type: "sheet.add", id: ideas, title: "Idéer" },
      { type: "sheet.add", id: plans, title: "Planer" },
    ]);
    expect(both.freeSheets.map(({ id }) => id)).toEqual([ideas, plans]);
    const one = run(both, [{ type: "sheet.remove", id: ideas }]);
    expect(one.freeSheets).toEqual([{ id: plans, title: "Planer" }]);
    const again = run(one, [{ type: "sheet.add", id: ideas, title: "Idéer", index: 0 }]);
    expect(again.freeSheets).toEqual(both.freeSheets);
  });

  it("can be called to only while they are there", () => {
    const summon: StageCommand = { type: "summon", sheet: ideas, centre: null, zoom: null };
    expect(decideStage(start, summon, 0)).toMatchObject({ error: "no-such-sheet" });
    const added = run(start, [{ type: "sheet.add", id: ideas, title: "Idéer" }, summon]);
    expect(added.summons).toMatchObject({ sheet: ideas, serial: 1 });
  });
});
