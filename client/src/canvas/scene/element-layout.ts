import type { ElementOf, ElementSize } from "@faelleskort/shared/model/element.ts";
import { curvePoints, headOf, type Line, middleBetween, pullThrough } from "../geometry/border.ts";
import { inflate, type Point, type Rect, rectAround, union } from "../geometry/rect.ts";
import { boundsOfPoints, pointsOf } from "../geometry/stroke.ts";
import type { Font, SetText, TextSetter } from "./text-setter.ts";

/** Sizes in world units. */
export const lineWidths: Readonly<Record<ElementSize, number>> = { s: 2, m: 3.5, l: 6 };
export const penWidths: Readonly<Record<"pen" | "marker", Readonly<Record<ElementSize, number>>>> = {
  pen: { s: 2.5, m: 5, l: 9 },
  marker: { s: 12, m: 20, l: 32 },
};
export const letterSizes: Readonly<Record<ElementSize, number>> = { s: 18, m: 28, l: 44 };
/** How long the sides of an arrow's head are. */
export const headSizes: Readonly<Record<ElementSize, number>> = { s: 13, m: 18, l: 26 };
/** A frame's title stands in a strip along its top. */
export const frameTitle = { height: 34, padding: 12, font: { weight: 600, size: 19 } } as const;
export const shapePadding = 10;
const labelFont: Font = { weight: 600, size: 16 };
/** Room between a line and the box it is hit and painted in. */
const lineMargin = 6;
const widestLabel = 220;

interface Written {
  readonly text: SetText;
  readonly font: Font;
  readonly lineHeight: number;
}

export interface TextLayout extends Written {
  readonly kind: "text";
  readonly element: ElementOf<"text">;
}
export interface ShapeLayout extends Written {
  readonly kind: "shape";
  readonly element: ElementOf<"shape">;
  /** From the shape's top to its first line. */
  readonly top: number;
}
export interface FrameLayout {
  readonly kind: "frame";
  readonly element: ElementOf<"frame">;
  readonly title: SetText;
}
export interface PictureLayout {
  readonly kind: "picture";
  readonly element: ElementOf<"picture">;
}
export interface StrokeLayout {
  readonly kind: "stroke";
  readonly element: ElementOf<"stroke">;
  /** From the item's corner. */
  readonly points: readonly Point[];
  readonly width: number;
}
export interface ConnectorLayout extends Written {
  readonly kind: "connector";
  readonly element: ElementOf<"connector">;
  /** From end to end, from the item's corner, as all points here; a curve in short pieces. */
  readonly path: readonly Point[];
  /** What pulls a curve from end to end; null: the path is all there is. */
  readonly pull: Point | null;
  /** Where its bend is taken hold of, and what stands on it stands. */
  readonly middle: Point;
  /** The middles of what it joins. */
  readonly joins: readonly [Point, Point];
  readonly heads: readonly (readonly [Point, Point, Point])[];
  /** The box of what stands on the line; null when nothing does. */
  readonly label: Rect | null;
}

/** What an element looks like; its item's rect says where. */
export type ElementLayout =
  | TextLayout
  | ShapeLayout
  | FrameLayout
  | PictureLayout
  | StrokeLayout
  | ConnectorLayout;

/** A layout, and where its item lies. */
export interface Laid<L extends ElementLayout = ElementLayout> {
  readonly layout: L;
  readonly rect: Rect;
}

const written = (text: string, font: Font, width: number, most: number, setter: TextSetter): Written => ({
  text: setter.lines(text, font, Math.max(1, width), most),
  font,
  lineHeight: font.size * 1.28,
});

/** Grows downwards with its text. */
export function layText(element: ElementOf<"text">, setter: TextSetter): Laid<TextLayout> {
  const { box, text, size } = element;
  const set = written(text, { weight: 400, size: letterSizes[size] }, box.width, 200, setter);
  const height = Math.max(1, set.text.lines.length) * set.lineHeight;
  return { layout: { kind: "text", element, ...set }, rect: { ...box, height } };
}

/** Keeps its size: what doesn't fit is cut, and read in full where it is opened. */
export function layShape(element: ElementOf<"shape">, setter: TextSetter): Laid<ShapeLayout> {
  const { box, text, form } = element;
  const inner = form === "ellipse" ? 0.72 : 1;
  const size = 19;
  const room = Math.max(size, box.height * inner - 2 * shapePadding);
  const most = Math.max(1, Math.floor(room / (size * 1.28)));
  const set = written(text, { weight: 400, size }, box.width * inner - 2 * shapePadding, most, setter);
  const top = (box.height - set.text.lines.length * set.lineHeight) / 2;
  return { layout: { kind: "shape", element, ...set, top }, rect: box };
}

export function layFrame(element: ElementOf<"frame">, setter: TextSetter): Laid<FrameLayout> {
  const { box, text } = element;
  const width = Math.max(1, box.width - 2 * frameTitle.padding);
  const title = setter.lines(text, frameTitle.font, width, 1);
  return { layout: { kind: "frame", element, title }, rect: box };
}

export const layPicture = (element: ElementOf<"picture">): Laid<PictureLayout> => ({
  layout: { kind: "picture", element },
  rect: element.box,
});

export function layStroke(element: ElementOf<"stroke">): Laid<StrokeLayout> {
  const { box, points, pen, size } = element;
  const width = penWidths[pen][size];
  const line = pointsOf({ origin: box, points });
  const rect = inflate(boundsOfPoints(line), width / 2 + 2);
  return { layout: { kind: "stroke", element, points: fromCorner(line, rect), width }, rect };
}

/** `line`: where it runs, in world units; bound ends are worked out by whoever knows where things lie. */
export function layConnector(
  element: ElementOf<"connector">,
  line: Line,
  setter: TextSetter,
): Laid<ConnectorLayout> {
  const { from, to, through } = line;
  const { heads, size, text, bend } = element;
  const middle = through ?? middleBetween(from, to);
  const pull = through && bend?.form === "curve" ? pullThrough(from, through, to) : null;
  const path = pull ? curvePoints(from, pull, to) : through ? [from, through, to] : [from, to];
  const headSize = headSizes[size];
  const tips: (readonly [Point, Point, Point])[] = [];
  const tip = (start: Point, end: Point) => {
    const [left, right] = headOf(start, end, headSize);
    tips.push([left, end, right]);
  };
  const aside = pull ?? through;
  if (heads !== "none") tip(aside ?? from, to);
  if (heads === "both") tip(aside ?? to, from);
  const set = written(text, labelFont, widestLabel, 3, setter);
  const label = text === "" ? null : labelBox(set, middle, setter);
  const bounds = boundsOfPoints([...path, ...tips.flat()]);
  const rect = inflate(label ? union(bounds, label) : bounds, lineWidths[size] / 2 + lineMargin);
  const relative = (point: Point): Point => ({ x: point.x - rect.x, y: point.y - rect.y });
  return {
    rect,
    layout: {
      kind: "connector",
      element,
      ...set,
      path: path.map(relative),
      pull: pull && relative(pull),
      middle: relative(middle),
      joins: [relative(line.joins[0]), relative(line.joins[1])],
      heads: tips.map(([left, end, right]) => [relative(left), relative(end), relative(right)]),
      label: label && { ...label, ...relative(label) },
    },
  };
}

function labelBox({ text, font, lineHeight }: Written, middle: Point, setter: TextSetter): Rect {
  const width = Math.max(...text.lines.map((line) => setter.width(line, font))) + 12;
  const height = text.lines.length * lineHeight + 4;
  return rectAround(middle, width, height);
}

const fromCorner = (points: readonly Point[], { x, y }: Point): Point[] =>
  points.map((point) => ({ x: point.x - x, y: point.y - y }));

/** The points a connector's layout goes through from end to end, in world units. */
export const lineOf = ({ path }: ConnectorLayout, { x, y }: Point): Point[] =>
  path.map((point) => ({ x: point.x + x, y: point.y + y }));

/** Its two ends. */
export function endsOf(layout: ConnectorLayout, corner: Point): { readonly from: Point; readonly to: Point } {
  const line = lineOf(layout, corner);
  const from = line[0] ?? corner;
  return { from, to: line.at(-1) ?? from };
}
