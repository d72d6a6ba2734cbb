import * as v from "valibot";
import type { SheetId } from "../model/sheet.ts";
import { type PlannedStep, type StepId, StepIdSchema } from "../model/stage.ts";

/** How the people sit while a step runs (`method.md` section 2). */
export type StepForm = "plenary" | "individual" | "groups";

/** A step as the manual describes it. Titles and the one-sentence task live in the catalogues under `steps.<id>.*`. */
export interface MethodStep {
  readonly id: StepId;
  readonly minutes: number;
  readonly form: StepForm;
  readonly sheet: SheetId;
  /** The materials the step works with; the client shows the matching tools. */
  readonly uses: "notice" | "map" | "cards" | "who-cards" | "priority" | "key-people" | "invitation";
}

const step = (
  id: string,
  minutes: number,
  form: StepForm,
  sheet: SheetId,
  uses: MethodStep["uses"],
): MethodStep => ({
  id: v.parse(StepIdSchema, id),
  minutes,
  form,
  sheet,
  uses,
});

/** Round 1, the working group alone: 190 minutes of steps and 40 of slack (practice manual, round 1). */
export const round1: readonly MethodStep[] = [
  step("1.1", 20, "plenary", "wall", "notice"),
  step("1.2", 20, "plenary", "map", "map"),
  step("1.3", 10, "individual", "wall", "cards"),
  step("1.4", 40, "plenary", "wall", "who-cards"),
  step("1.5", 40, "plenary", "priority", "priority"),
  step("1.6", 20, "plenary", "priority", "key-people"),
  step("1.7", 40, "groups", "wall", "invitation"),
];
export const round1SlackMinutes = 40;

/** The manual's step behind a planned one; undefined for a step the facilitator added. */
export function methodStep(id: StepId): MethodStep | undefined {
  return round1.find((candidate) => candidate.id === id);
}

export function plannedRound1(): PlannedStep[] {
  return round1.map(({ id, minutes }) => ({ id, title: null, minutes, skipped: false }));
}
