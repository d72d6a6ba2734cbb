import { boundsOf, centreOf } from "../geometry/rect.ts";
import { type Copy, copyOf, mostCopies, readCopies, shifted, wordsOf, writeCopies } from "../scene/copies.ts";
import { recordsOf, type RecordItem } from "../scene/item.ts";
import type { Moved } from "../scene/sheet.ts";
import type { Desk } from "./desk.ts";
import { createdBy, selectRefs, showSelection } from "./drafting.ts";

/** How far (world units) a duplicate lies from what it was made of. */
const beside = 24;

export function selectedItems({ scene, selection }: Desk): RecordItem[] {
  return [...selection.keys].flatMap((key) => scene.item(key) ?? []);
}

/** With what frames among it carry: a frame is copied with what lies in it. */
function selectedWhole(desk: Desk): readonly RecordItem[] {
  const items = selectedItems(desk);
  return desk.scene.arrangement?.free?.carried(items) ?? items;
}

/** What is selected, for our own pages and for other programs; null when nothing is. */
export function copySelection(desk: Desk): { readonly own: string; readonly plain: string } | null {
  const copies = selectedWhole(desk)
    .slice(0, mostCopies)
    .map((item) => withAddress(desk, copyOf(item)));
  if (copies.length === 0) return null;
  const words = copies.map(wordsOf).filter((line) => line !== "");
  return { own: writeCopies(copies), plain: words.join("\n") };
}

/** Where a picture is to be had: another workshop doesn't know it by its id. */
function withAddress({ props }: Desk, copy: Copy): Copy {
  if (copy.kind !== "element" || copy.element.kind !== "picture") return copy;
  const url = props.pictureUrl?.(copy.element.picture);
  return url === undefined ? copy : { ...copy, url };
}

/** What was cut must be on the clipboard whole. */
export function cutSelection(desk: Desk): void {
  const items = selectedWhole(desk);
  if (items.length <= mostCopies) deleteItems(desk, items);
}

/** What is selected and not locked to the paper. */
export const looseItems = (desk: Desk): RecordItem[] => loose(desk, selectedItems(desk));

function loose({ scene }: Desk, items: readonly RecordItem[]): RecordItem[] {
  const free = scene.arrangement?.free;
  return items.filter((item) => free?.isFixed(item) !== true);
}

export const deleteSelection = (desk: Desk): void => deleteItems(desk, selectedItems(desk));

function deleteItems(desk: Desk, items: readonly RecordItem[]): void {
  const records = loose(desk, items).flatMap(recordsOf);
  if (records.length > 0 && desk.props.mayWrite) desk.props.dispatch([{ type: "records.delete", records }]);
}

/** Writes copies down where the pointer is, or in the middle of the view. False when it wasn't ours. */
export function pasteCopies(desk: Desk, written: string): boolean {
  const copies = readCopies(written);
  const bounds = boundsOf(copies?.map(({ rect }) => rect) ?? []);
  if (!copies || !bounds || !desk.props.mayWrite) return copies !== null;
  const middle = centreOf(bounds);
  const at = desk.pointer ?? desk.viewport.view.centre;
  const placed = shifted(copies, { x: at.x - middle.x, y: at.y - middle.y });
  const own = placed.filter((copy) => foreignAddress(desk, copy) === null);
  make(desk, own, false);
  for (const copy of placed) {
    const url = desk.scene.arrangement?.free ? foreignAddress(desk, copy) : null;
    if (url !== null) desk.props.onPictureFrom?.(url, centreOf(copy.rect));
  }
  return true;
}

/** Where a picture lies that is in another workshop; null for anything else. */
function foreignAddress({ props }: Desk, copy: Copy): string | null {
  if (copy.kind !== "element" || copy.element.kind !== "picture" || copy.url === undefined) return null;
  return copy.url === props.pictureUrl?.(copy.element.picture) ? null : copy.url;
}

export function duplicateSelection(desk: Desk): void {
  if (!desk.props.mayWrite) return;
  const copies = selectedWhole(desk).map((item) => copyOf(item));
  make(desk, shifted(copies, { x: beside, y: beside }), false);
}

/** Copies of what was dragged, where it was let go. */
export function dropCopies(desk: Desk, moved: readonly Moved[]): void {
  const copies = moved.map(({ item, to }) => copyOf(item, to));
  make(desk, copies, true);
}

function make(desk: Desk, copies: readonly Copy[], exact: boolean): void {
  const { props, scene } = desk;
  const { arrangement } = scene;
  // Where there are only words, a drawing has nothing to say.
  const speaking = arrangement?.free ? copies : copies.filter((copy) => wordsOf(copy) !== "");
  const commands = arrangement?.write(speaking, exact, props.newId) ?? [];
  if (commands.length === 0) return;
  props.dispatch(commands);
  selectRefs(desk, commands.flatMap(createdBy));
  showSelection(desk);
}
