import type { TextTarget } from "@faelleskort/shared/commands/change.ts";
import { type RefObject, useEffect, useState } from "react";
import { useWorkshop } from "../state/hooks.ts";
import { keyOfTarget } from "../state/text-target.ts";
import { useSource } from "../state/use-source.ts";
import type { Workshop } from "../state/workshop.ts";
import { cell } from "../session/source.ts";
import type { TextFieldElement } from "./bind-text.ts";
import { bindGuardedText, type GuardedText, type Held } from "./guarded-text.ts";

export interface UsedText {
  /** Why the words in the field aren't sent; null when they are. */
  readonly held: Held | null;
  readonly confirm: () => void;
  /** To be called when the field gets and loses the keyboard: the others see who writes where. */
  readonly entered: () => void;
  /** Returns whether all that is in the field has been sent. */
  readonly left: () => boolean;
}

const nothingHeld = cell<Held | null>(null);

/** Binds a field to a text of the board for as long as both are there. `target` must stay the same object. */
export function useGuardedText(target: TextTarget, ref: RefObject<TextFieldElement | null>): UsedText {
  const workshop = useWorkshop();
  const [bound, setBound] = useState<GuardedText | null>(null);

  useEffect(() => {
    if (!ref.current) return undefined;
    const made = bindGuardedText(ref.current, workshop, target);
    setBound(made);
    return () => {
      made.stop();
      if (made.held.get()) workshop.notices.show({ tone: "problem", text: "privacy.still-here" });
      // Leaving by being taken off the page fires no blur.
      leave(workshop, target);
      setBound(null);
    };
  }, [workshop, target, ref]);

  return {
    held: useSource(bound?.held ?? nothingHeld),
    confirm: () => bound?.confirm(),
    entered: () => workshop.presence.set({ editing: { ...target } }),
    left() {
      bound?.finish();
      leave(workshop, target);
      return !bound?.held.get();
    },
  };
}

function leave(workshop: Workshop, target: TextTarget): void {
  workshop.history.endRun();
  const { editing } = workshop.presence.own.get();
  if (editing && keyOfTarget(editing) === keyOfTarget(target)) workshop.presence.set({ editing: null });
}
