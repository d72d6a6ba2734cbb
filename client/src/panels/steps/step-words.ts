import { methodStep } from "@faelleskort/shared/method/round1.ts";
import type { PlannedStep } from "@faelleskort/shared/model/stage.ts";
import type { Translate } from "../../i18n/i18n.ts";

/** A step's name: the facilitator's own, or the method's in the reader's language, or its number. */
export function stepTitle(t: Translate, { id, title }: Pick<PlannedStep, "id" | "title">): string {
  if (title !== null) return title;
  return methodStep(id) === undefined ? id : t(`steps.${key(id)}.title`);
}

/** What to do in a step, in one sentence; empty for a step that isn't the method's. */
export function stepTask(t: Translate, { id }: Pick<PlannedStep, "id">): string {
  return methodStep(id) === undefined ? "" : t(`steps.${key(id)}.task`);
}

/** Dots part a message's id. */
const key = (id: PlannedStep["id"]): string => id.replace(".", "-");
