import { methodStep } from "@faelleskort/shared/method/round1.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Stage, StepId } from "@faelleskort/shared/model/stage.ts";
import { type Dispatch, useEffect, useReducer } from "react";
import { isThere } from "../sheets/free-sheet-names.ts";
import { follow, type FollowEvent, type Following, startFollowing } from "./follow.ts";

/** The sheet a step works on; the wall for a step that isn't the method's. */
export const sheetOfStep = (step: StepId): SheetId => methodStep(step)?.sheet ?? "wall";

/**
 * What this window looks at: it turns with new steps and comes when called. `comes` is false for those who call: they stay
 * where they are.
 */
export function useFollowing(stage: Stage, comes: boolean): [Following, Dispatch<FollowEvent>] {
  const { currentStep, summons, freeSheets } = stage;
  const [following, dispatch] = useReducer(follow, null, () =>
    startFollowing(currentStep, sheetOfStep(currentStep), summons),
  );
  const heard = comes ? summons : null;
  useEffect(() => {
    dispatch({ type: "stage", step: currentStep, sheetOfStep: sheetOfStep(currentStep), summons: heard });
  }, [currentStep, heard]);
  // A free sheet that was removed is no place to be; when it comes back, so does who was there.
  const shown = isThere(following.sheet, freeSheets)
    ? following
    : { ...following, sheet: sheetOfStep(currentStep), view: null };
  return [shown, dispatch];
}
