import type { Point } from "../geometry/rect.ts";
import type { Desk } from "./desk.ts";

/** Pictures can be put on this sheet, by this person, now. */
export const takesPictures = ({ props, scene }: Desk): boolean =>
  props.mayWrite && props.readOnly !== true && scene.arrangement?.free !== undefined;

/** Hands the page the pictures among what was pasted or dropped; false when there were none, or they can't lie here. */
export function takePictures(desk: Desk, data: DataTransfer | null, at: Point | null): boolean {
  const files = [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
  if (files.length === 0 || !takesPictures(desk)) return false;
  desk.props.onPictures?.(files, at ?? desk.viewport.view.centre);
  return true;
}
