import { lazy } from "react";

/** Fetches the code of what isn't there when a board opens; each once, however often it is asked for. */
const fetches = {
  actor: () => import("../editor/WhoCardDialog.tsx"),
  mark: () => import("../editor/MarkDialog.tsx"),
  note: () => import("../editor/NoteDialog.tsx"),
  element: () => import("../editor/ElementDialog.tsx"),
  list: () => import("../list/SheetList.tsx"),
  people: () => import("../people/PeoplePanel.tsx"),
  style: () => import("../tools/StyleBar.tsx"),
  share: () => import("../share/SharePanel.tsx"),
  plan: () => import("../facilitator/PlanPanel.tsx"),
  history: () => import("../history/HistoryPanel.tsx"),
  remote: () => import("../facilitator/Remote.tsx"),
  menu: () => import("./CardMenu.tsx"),
};

export const WhoCardDialog = lazy(async () => ({ default: (await fetches.actor()).WhoCardDialog }));
export const MarkDialog = lazy(async () => ({ default: (await fetches.mark()).MarkDialog }));
export const NoteDialog = lazy(async () => ({ default: (await fetches.note()).NoteDialog }));
export const ElementDialog = lazy(async () => ({ default: (await fetches.element()).ElementDialog }));
export const SheetList = lazy(async () => ({ default: (await fetches.list()).SheetList }));
export const PeoplePanel = lazy(async () => ({ default: (await fetches.people()).PeoplePanel }));
export const StyleBar = lazy(async () => ({ default: (await fetches.style()).StyleBar }));
export const SharePanel = lazy(async () => ({ default: (await fetches.share()).SharePanel }));
export const PlanPanel = lazy(async () => ({ default: (await fetches.plan()).PlanPanel }));
export const HistoryPanel = lazy(async () => ({ default: (await fetches.history()).HistoryPanel }));
export const Remote = lazy(async () => ({ default: (await fetches.remote()).Remote }));
export const CardMenu = lazy(async () => ({ default: (await fetches.menu()).CardMenu }));

/**
 * Fetches all of it once the board stands, so that nothing has to be waited for when it is wanted, nor is missing when the
 * connection is gone by then.
 */
export async function fetchTheRest(): Promise<void> {
  // What doesn't come now is asked for again when it is wanted.
  await Promise.allSettled(Object.values(fetches).map((fetch) => fetch()));
}
