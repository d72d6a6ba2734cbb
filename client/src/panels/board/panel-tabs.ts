export type PanelTab = "list" | "people" | "share" | "plan" | "history";

/** The tabs of the side panel; the plan is the facilitator's. */
export const tabsOf = (isFacilitator: boolean): readonly PanelTab[] =>
  isFacilitator ? ["list", "people", "share", "plan", "history"] : ["list", "people", "share", "history"];
