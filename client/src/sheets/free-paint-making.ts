import { headOf, lineBetween } from "../canvas/geometry/border.ts";
import type { Rect } from "../canvas/geometry/rect.ts";
import type { Making, MakingEnd } from "../canvas/gestures/making.ts";
import type { Brush } from "../canvas/painters/brush.ts";
import { paintItem } from "../canvas/painters/item.ts";
import { shapePath } from "../canvas/painters/element.ts";
import { paintSelection } from "../canvas/painters/selection.ts";
import { paintStroke } from "../canvas/painters/stroke.ts";
import { headSizes, lineWidths, penWidths } from "../canvas/scene/element-layout.ts";
import type { MakingTool } from "../canvas/scene/free-hand.ts";
import type { ItemKey, RecordItem } from "../canvas/scene/item.ts";
import { shapeOf } from "./free-layout.ts";

/** A thing as it would be with its new size or end. */
export type PreviewOf = (item: RecordItem, making: Extract<Making, { kind: "resizing" }>) => RecordItem;
type Find = (key: ItemKey) => RecordItem | undefined;

/** What is being made, as it would come to lie. */
export function paintMaking(
  brush: Brush,
  making: Making,
  { tool, style }: MakingTool,
  find: Find,
  previewOf: PreviewOf,
): void {
  const { colours, ctx } = brush;
  switch (making.kind) {
    case "drawing": {
      const pen = tool === "marker" ? "marker" : "pen";
      const tints = colours.palette[pen === "marker" ? style.marker : style.colour];
      return paintStroke(brush, making.points, penWidths[pen][style.size], tints, pen);
    }
    case "connecting":
      return paintLine(brush, making.from, making.to, { tool, style }, find);
    case "spanning": {
      const form = tool === "ellipse" ? "ellipse" : "rectangle";
      shapePath(ctx, form, making.area);
      if (style.fill !== null && tool !== "frame") {
        ctx.fillStyle = colours.palette[style.fill].fill;
        ctx.fill();
      }
      ctx.lineWidth = tool === "frame" ? 1.5 : lineWidths[style.size];
      ctx.strokeStyle = colours.palette[style.colour].line;
      return ctx.stroke();
    }
    case "resizing":
      return paintResized(brush, making, find, previewOf);
    case "erasing":
      return paintErased(brush, making.keys, find);
  }
}

function paintLine(
  brush: Brush,
  from: MakingEnd,
  to: MakingEnd,
  { tool, style }: MakingTool,
  find: Find,
): void {
  const { ctx, colours } = brush;
  const shapes = [from, to].map(({ on }) => {
    const item = on === null ? undefined : find(on);
    return item ? shapeOf(item) : null;
  });
  const isWithin = from.on !== null && from.on === to.on;
  const end = ({ at }: MakingEnd, shape: ReturnType<typeof shapeOf> | undefined) =>
    shape && !isWithin ? ({ type: "bound", shape } as const) : ({ type: "free", at } as const);
  if (!isWithin) for (const shape of shapes) if (shape) paintTarget(brush, shape.rect);
  const run = lineBetween(end(from, shapes[0]), end(to, shapes[1]));
  ctx.lineWidth = lineWidths[style.size];
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.strokeStyle = colours.palette[style.colour].line;
  ctx.beginPath();
  ctx.moveTo(run.from.x, run.from.y);
  ctx.lineTo(run.to.x, run.to.y);
  if (tool !== "line") {
    const [left, right] = headOf(run.from, run.to, headSizes[style.size]);
    ctx.moveTo(left.x, left.y);
    ctx.lineTo(run.to.x, run.to.y);
    ctx.lineTo(right.x, right.y);
  }
  ctx.stroke();
}

/** What a line will be bound to. */
function paintTarget({ ctx, colours, zoom }: Brush, { x, y, width, height }: Rect): void {
  ctx.lineWidth = 3 / zoom;
  ctx.strokeStyle = colours.action;
  ctx.strokeRect(x - 3 / zoom, y - 3 / zoom, width + 6 / zoom, height + 6 / zoom);
}

function paintResized(
  brush: Brush,
  making: Extract<Making, { kind: "resizing" }>,
  find: Find,
  previewOf: PreviewOf,
): void {
  const item = find(making.key);
  if (!item) return;
  const shown = previewOf(item, making);
  paintItem(brush, shown);
  if (making.grip.type === "box") return paintSelection(brush, shown.rect);
  const { on, at } = making.to;
  const target = on === null || making.grip.type === "bend" ? undefined : find(on);
  const shape = target && shapeOf(target);
  if (shape) paintTarget(brush, shape.rect);
  const { ctx, colours, zoom } = brush;
  ctx.beginPath();
  ctx.arc(at.x, at.y, 8 / zoom, 0, 2 * Math.PI);
  ctx.lineWidth = 2 / zoom;
  ctx.strokeStyle = colours.action;
  ctx.stroke();
}

/** What the eraser has met is veiled until it is let go. */
function paintErased(brush: Brush, keys: ReadonlySet<ItemKey>, find: Find): void {
  const { ctx, colours } = brush;
  for (const key of keys) {
    const item = find(key);
    if (!item) continue;
    ctx.globalAlpha = 0.8;
    ctx.fillStyle = colours.paper;
    ctx.fillRect(item.rect.x, item.rect.y, item.rect.width, item.rect.height);
    ctx.globalAlpha = 0.25;
    paintItem(brush, item);
    ctx.globalAlpha = 1;
  }
}
