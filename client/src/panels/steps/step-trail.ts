import type { PlannedStep, Stage, StepId } from "@faelleskort/shared/model/stage.ts";

/** Where a step stands in the course of the workshop. */
export type StepState = "done" | "current" | "ahead" | "skipped";

export interface TrailStep {
  readonly step: PlannedStep;
  readonly state: StepState;
}

/** The plan in order, each step with where it stands. A skipped step that is shown right now counts as current. */
export function stepTrail({ steps, currentStep }: Pick<Stage, "steps" | "currentStep">): TrailStep[] {
  const at = steps.findIndex(({ id }) => id === currentStep);
  return steps.map((step, index) => {
    if (index === at) return { step, state: "current" };
    if (step.skipped) return { step, state: "skipped" };
    return { step, state: index < at ? "done" : "ahead" };
  });
}

/** "3 of 7", counting only the steps that are not skipped (and the current one). */
export function stepCount(stage: Pick<Stage, "steps" | "currentStep">): {
  readonly at: number;
  readonly of: number;
} {
  const counted = stepTrail(stage).filter(({ state }) => state !== "skipped");
  return { at: counted.findIndex(({ state }) => state === "current") + 1, of: counted.length };
}

/** The nearest step that is not skipped in a direction; null at either end. */
export function neighbourStep(
  { steps, currentStep }: Pick<Stage, "steps" | "currentStep">,
  direction: 1 | -1,
): PlannedStep | null {
  const at = steps.findIndex(({ id }) => id === currentStep);
  if (at === -1) return null;
  const way = direction === 1 ? steps.slice(at + 1) : steps.slice(0, at).reverse();
  return way.find(({ skipped }) => !skipped) ?? null;
}

/** All minutes of the steps that take place. */
export function plannedMinutes(steps: readonly PlannedStep[]): number {
  return steps.reduce((sum, { minutes, skipped }) => (skipped ? sum : sum + minutes), 0);
}

/** The planned step with this id; null when the plan has none such. */
export function plannedStep(steps: readonly PlannedStep[], id: StepId): PlannedStep | null {
  return steps.find((step) => step.id === id) ?? null;
}
