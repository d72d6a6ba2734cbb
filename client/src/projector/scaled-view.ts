import type { ViewCall } from "../panels/follow/follow.ts";

/** How wide the facilitator's own sheet is taken to be, CSS px: a laptop with the panel open. */
const callersWidth = 900;

/** The facilitator's view on a wider screen: the same part of the sheet, larger, and never smaller than they see it. */
export function scaledView(view: ViewCall, width: number): ViewCall {
  if (view.zoom === null) return view;
  return { ...view, zoom: Math.min(20, view.zoom * Math.max(1, width / callersWidth)) };
}
