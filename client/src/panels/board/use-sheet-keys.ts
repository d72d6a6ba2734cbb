import { useEffect } from "react";
import type { BoardCanvasHandle } from "../../canvas/props.ts";

/** What takes the keyboard when it is pressed, whatever it lies in. */
const ownKeys = "input, textarea, select, label, [contenteditable]";

/** Put on a bar whose buttons do something to the sheet. */
export const ofSheet = { "data-of-sheet": "" } as const;

/**
 * A pointer that presses a button of the sheet's bars leaves the keyboard to the sheet: who chose a colour and presses Delete or Space
 * means what is selected there, not the button. By Tab the buttons are reached as ever.
 */
export function useSheetKeys(canvas: () => BoardCanvasHandle | null): void {
  useEffect(() => {
    const keep = (event: MouseEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || target.closest(ownKeys)) return;
      if (!target.closest("[data-of-sheet]")) return;
      event.preventDefault();
      canvas()?.focus();
    };
    window.addEventListener("mousedown", keep);
    return () => window.removeEventListener("mousedown", keep);
  }, [canvas]);
}
