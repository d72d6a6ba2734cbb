import { fetchedLater } from "../../ui/fetched-later.tsx";

const actor = fetchedLater(async () => (await import("../editor/WhoCardDialog.tsx")).WhoCardDialog);
const mark = fetchedLater(async () => (await import("../editor/MarkDialog.tsx")).MarkDialog);
const note = fetchedLater(async () => (await import("../editor/NoteDialog.tsx")).NoteDialog);
const element = fetchedLater(async () => (await import("../editor/ElementDialog.tsx")).ElementDialog);
const share = fetchedLater(async () => (await import("../share/SharePanel.tsx")).SharePanel);
const plan = fetchedLater(async () => (await import("../facilitator/PlanPanel.tsx")).PlanPanel);
const history = fetchedLater(async () => (await import("../history/HistoryPanel.tsx")).HistoryPanel);
const remote = fetchedLater(async () => (await import("../facilitator/Remote.tsx")).Remote);
const menu = fetchedLater(async () => (await import("./CardMenu.tsx")).CardMenu);
const style = fetchedLater(async () => (await import("../tools/StyleBar.tsx")).StyleBar);

export const WhoCardDialog = actor.Component;
export const MarkDialog = mark.Component;
export const NoteDialog = note.Component;
export const ElementDialog = element.Component;
export const SharePanel = share.Component;
export const PlanPanel = plan.Component;
export const HistoryPanel = history.Component;
export const Remote = remote.Component;
export const CardMenu = menu.Component;
export const StyleBar = style.Component;

/**
 * Fetches what isn't there when a board opens, once it stands: so that nothing has to be waited for when it is wanted, nor is
 * missing when the connection is gone by then.
 */
export async function fetchTheRest(): Promise<void> {
  const parts = [actor, mark, note, element, share, plan, history, remote, menu, style];
  // What doesn't come now is asked for again when it is wanted.
  await Promise.allSettled(parts.map(({ fetch }) => fetch()));
}
