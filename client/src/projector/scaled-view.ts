import type { ViewCall } from "../panels/follow/follow.ts";

/** CSS px. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large the facilitator's own sheet is taken to be: a laptop with the panel open. */
const callersSheet: Size = { width: 890, height: 630 };

/** How large the sheet is on the big screen: beside the column with the code, below the task (`projector.module.css`). */
export const sheetOn = (window: Size): Size => ({
  width: window.width - 0.34 * window.height,
  height: 0.83 * window.height,
});

/** The facilitator's view on a larger sheet: the same part of it, larger, and never smaller than they see it. */
export function scaledView(view: ViewCall, sheet: Size): ViewCall {
  if (view.zoom === null) return view;
  const scale = Math.min(sheet.width / callersSheet.width, sheet.height / callersSheet.height);
  return { ...view, zoom: Math.min(20, view.zoom * Math.max(1, scale)) };
}
