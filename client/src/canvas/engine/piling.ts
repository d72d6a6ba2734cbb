import type { ItemKey, RecordItem } from "../scene/item.ts";
import type { Desk } from "./desk.ts";
import { showSelection } from "./drafting.ts";

/** What keys mean for piles now. */
export function pileAtHand({ fanning, selection, scene }: Desk): "selected" | "fanned" | null {
  if (fanning.fan) return "fanned";
  const [only, another] = selection.keys;
  return only !== undefined && another === undefined && scene.pile(only) ? "selected" : null;
}

/** The cards that lie in a closed pile. */
export function lyingIn({ scene }: Desk, pile: ItemKey): RecordItem[] {
  const { lying, pileOf } = scene.arrangement?.piles ?? {};
  return [...(lying?.values() ?? [])].filter(({ key }) => pileOf?.get(key) === pile);
}

/** By a key or a button: fans the pile out that is selected, and leads to its first card; or folds up what is fanned out. */
export function turnPile(desk: Desk): void {
  const { fanning, selection, scene } = desk;
  const open = fanning.fan?.pile;
  if (open !== undefined) {
    fanning.fold();
    desk.sync();
    const pile = scene.pile(open);
    return selection.set(pile ? [pile] : []);
  }
  const [key] = selection.keys;
  if (key === undefined || !scene.pile(key)) return;
  fanning.open(key);
  desk.sync();
  const first = scene.arrangement?.items.find((item) => fanning.isFanned(item.key));
  selection.set(first ? [first] : []);
  showSelection(desk);
}
