import type { Bend, BendForm, Connector, ConnectorEnd } from "@faelleskort/shared/model/element.ts";
import { middleBetween } from "../canvas/geometry/border.ts";
import type { Point } from "../canvas/geometry/rect.ts";
import { distanceToSegment } from "../canvas/geometry/stroke.ts";
import type { RecordItem } from "../canvas/scene/item.ts";
import { coordinate } from "./free-move.ts";

/** World units: a bend that is drawn nearer to the straight line than this straightens it. */
const straightens = 8;
/** A line bent without pointing: this part of its length, within limits (world units). */
const share = 0.25;
const limits = { least: 30, most: 160 } as const;

/** The bend of a line whose middle was moved; null when it became straight again. */
export function bentBy(item: RecordItem, bend: Bend | null, by: Point): Bend | null {
  if (item.kind !== "element" || item.layout.kind !== "connector") return bend;
  const { middle, joins } = item.layout;
  const at = { x: middle.x + by.x, y: middle.y + by.y };
  if (distanceToSegment(at, ...joins) < straightens) return null;
  const base = middleBetween(...joins);
  const form = bend?.form ?? "curve";
  return { form, x: coordinate(at.x - base.x), y: coordinate(at.y - base.y) };
}

export const lineForms = ["straight", "curve", "kink"] as const;
export type LineForm = BendForm | "straight";

export const formOf = ({ bend }: Pick<Connector, "bend">): LineForm => bend?.form ?? "straight";

/** The bend that makes a line take a form without anybody pointing: to its side, unless it has one. */
export function bendOf(
  { from, to, bend }: Pick<Connector, "from" | "to" | "bend">,
  form: LineForm,
): Bend | null {
  if (form === "straight") return null;
  if (bend) return { ...bend, form };
  const [a, b] = [storedAt(from), storedAt(to)];
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const far = Math.min(limits.most, Math.max(limits.least, length * share));
  const aside = length === 0 ? { x: 0, y: -1 } : { x: (b.y - a.y) / length, y: -(b.x - a.x) / length };
  return { form, x: coordinate(aside.x * far), y: coordinate(aside.y * far) };
}

const storedAt = (end: ConnectorEnd): Point => (end.type === "free" ? end : end.at);
