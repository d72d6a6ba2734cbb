import { boundsOf, centreOf } from "../geometry/rect.ts";
import { type Copy, copyOf, mostCopies, readCopies, shifted, wordsOf, writeCopies } from "../scene/copies.ts";
import { recordsOf, type SceneItem } from "../scene/item.ts";
import type { Moved } from "../scene/sheet.ts";
import type { Desk } from "./desk.ts";
import { createdBy, selectRefs, showSelection } from "./drafting.ts";

/** How far (world units) a duplicate lies from what it was made of. */
const beside = 24;

export function selectedItems({ scene, selection }: Desk): SceneItem[] {
  return [...selection.keys].flatMap((key) => scene.item(key) ?? []);
}

/** What is selected, for our own pages and for other programs; null when nothing is. */
export function copySelection(desk: Desk): { readonly own: string; readonly plain: string } | null {
  const copies = selectedItems(desk)
    .slice(0, mostCopies)
    .map((item) => copyOf(item));
  if (copies.length === 0) return null;
  const words = copies.map(wordsOf).filter((line) => line !== "");
  return { own: writeCopies(copies), plain: words.join("\n") };
}

/** What was cut must be on the clipboard whole. */
export function cutSelection(desk: Desk): void {
  if (desk.selection.keys.size <= mostCopies) deleteSelection(desk);
}

/** What is selected and not locked to the paper. */
export function looseItems(desk: Desk): SceneItem[] {
  const free = desk.scene.arrangement?.free;
  return selectedItems(desk).filter((item) => free?.isFixed(item) !== true);
}

export function deleteSelection(desk: Desk): void {
  const records = looseItems(desk).flatMap(recordsOf);
  if (records.length > 0 && desk.props.mayWrite) desk.props.dispatch([{ type: "records.delete", records }]);
}

/** Writes copies down where the pointer is, or in the middle of the view. False when it wasn't ours. */
export function pasteCopies(desk: Desk, written: string): boolean {
  const copies = readCopies(written);
  const bounds = boundsOf(copies?.map(({ rect }) => rect) ?? []);
  if (!copies || !bounds || !desk.props.mayWrite) return copies !== null;
  const middle = centreOf(bounds);
  const at = desk.pointer ?? desk.viewport.view.centre;
  make(desk, shifted(copies, { x: at.x - middle.x, y: at.y - middle.y }), false);
  return true;
}

export function duplicateSelection(desk: Desk): void {
  if (!desk.props.mayWrite) return;
  const copies = selectedItems(desk).map((item) => copyOf(item));
  make(desk, shifted(copies, { x: beside, y: beside }), false);
}

/** Copies of what was dragged, where it was let go. */
export function dropCopies(desk: Desk, moved: readonly Moved[]): void {
  const copies = moved.map(({ item, to }) => copyOf(item, to));
  make(desk, copies, true);
}

function make(desk: Desk, copies: readonly Copy[], exact: boolean): void {
  const { props, scene } = desk;
  const commands = scene.arrangement?.write(copies, exact, props.newId) ?? [];
  if (commands.length === 0) return;
  props.dispatch(commands);
  selectRefs(desk, commands.flatMap(createdBy));
  showSelection(desk);
}
