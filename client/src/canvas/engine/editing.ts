import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { Point } from "../geometry/rect.ts";
import { keyOfRef, type RecordItem } from "../scene/item.ts";
import { textPlaceOf } from "../scene/text-place.ts";
import type { Desk } from "./desk.ts";
import { showArea } from "./drafting.ts";

/** Opens a field over the thing's own words; where that can't be, the page opens it large. `at`: where a person pointed. */
export function editItem(desk: Desk, item: RecordItem, at: Point | null): void {
  const { props } = desk;
  const place = props.mayWrite && props.writeText ? textPlaceOf(item) : null;
  if (!place || isBelowName(item, at)) return props.onOpen(item.ref);
  if (!desk.setDraft(null)) return;
  desk.selection.set([item]);
  showArea(desk, item.rect);
  desk.editing.set(item.key);
}

export function editRef(desk: Desk, ref: RecordRef): void {
  desk.sync();
  const item = desk.scene.item(keyOfRef(ref));
  if (item) editItem(desk, item, null);
  else desk.props.onOpen(ref);
}

/** The answers on a "Hvem er de?" card are written with room around them. */
function isBelowName(item: RecordItem, at: Point | null): boolean {
  return item.kind === "who-card" && at !== null && at.y > item.rect.y + item.layout.answersTop;
}
