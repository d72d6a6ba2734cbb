import { plannedRound1 } from "@faelleskort/shared/method/round1.ts";
import { type PlannedStep, type StepId, StepIdSchema } from "@faelleskort/shared/model/stage.ts";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { neighbourStep, plannedMinutes, stepCount, stepTrail } from "./step-trail.ts";

const id = (text: string): StepId => v.parse(StepIdSchema, text);

function planAt(current: string, skipped: readonly string[] = []) {
  const steps: PlannedStep[] = plannedRound1().map((step) => ({
    ...step,
    skipped: skipped.includes(step.id),
  }));
  return { steps, currentStep: id(current) };
}

describe("the step trail", () => {
  test("says what is done, current, ahead and skipped", () => {
    expect(stepTrail(planAt("1.3", ["1.2", "1.7"])).map(({ state }) => state)).toEqual([
      "done",
      "skipped",
      "current",
      "ahead",
      "ahead",
      "ahead",
      "skipped",
    ]);
  });

  test("counts only steps that take place", () => {
    expect(stepCount(planAt("1.3", ["1.2"]))).toEqual({ at: 2, of: 6 });
  });

  test("shows a skipped step as current while one stands on it, and counts it", () => {
    const plan = planAt("1.2", ["1.2"]);
    expect(stepTrail(plan)[1]?.state).toBe("current");
    expect(stepCount(plan)).toEqual({ at: 2, of: 7 });
  });

  test("jumps over skipped steps in both directions and ends at the ends", () => {
    expect(neighbourStep(planAt("1.3", ["1.2", "1.4"]), 1)?.id).toBe("1.5");
    expect(neighbourStep(planAt("1.3", ["1.2", "1.4"]), -1)?.id).toBe("1.1");
    expect(neighbourStep(planAt("1.7"), 1)).toBeNull();
    expect(neighbourStep(planAt("1.1"), -1)).toBeNull();
  });

  test("sums the minutes of what takes place", () => {
    expect(plannedMinutes(planAt("1.1").steps)).toBe(190);
    expect(plannedMinutes(planAt("1.1", ["1.7"]).steps)).toBe(150);
  });
});
