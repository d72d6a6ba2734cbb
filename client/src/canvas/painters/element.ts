import type { Rect } from "../geometry/rect.ts";
import {
  type ConnectorLayout,
  type ElementLayout,
  type FrameLayout,
  frameTitle,
  lineWidths,
  type PictureLayout,
  type ShapeLayout,
} from "../scene/element-layout.ts";
import type { Brush } from "./brush.ts";
import { roundRectPath } from "./shapes.ts";
import { paintStroke } from "./stroke.ts";
import { paintLines, paintWord } from "./text.ts";

const corner = 6;

/** Draws something of a free sheet, its top left corner at the origin. */
export function paintElement(brush: Brush, layout: ElementLayout, { width, height }: Rect): void {
  switch (layout.kind) {
    case "text": {
      const { text, font, lineHeight, element } = layout;
      const { line } = brush.colours.palette[element.colour];
      return paintLines(brush, text, font, lineHeight, { x: 0, y: 0, width }, line);
    }
    case "shape":
      return paintShape(brush, layout, width, height);
    case "frame":
      return paintFrame(brush, layout, width, height);
    case "picture":
      return paintPicture(brush, layout, width, height);
    case "stroke": {
      const { points, width: thick, element } = layout;
      return paintStroke(brush, points, thick, brush.colours.palette[element.colour], element.pen);
    }
    case "connector":
      return paintConnector(brush, layout);
  }
}

/** The outline alone, for what is being made, too. */
export function shapePath(
  ctx: CanvasRenderingContext2D,
  form: "rectangle" | "ellipse",
  { x, y, width, height }: Rect,
): void {
  if (form === "rectangle") return roundRectPath(ctx, { x, y, width, height }, corner);
  ctx.beginPath();
  ctx.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
}

function paintShape(brush: Brush, layout: ShapeLayout, width: number, height: number): void {
  const { ctx, colours } = brush;
  const { form, fill, colour, size } = layout.element;
  const thick = lineWidths[size];
  const inside = { x: thick / 2, y: thick / 2, width: width - thick, height: height - thick };
  shapePath(ctx, form, {
    ...inside,
    width: Math.max(0, inside.width),
    height: Math.max(0, inside.height),
  });
  if (fill !== null) {
    ctx.fillStyle = colours.palette[fill].fill;
    ctx.fill();
  }
  ctx.lineWidth = thick;
  ctx.strokeStyle = colours.palette[colour].line;
  ctx.stroke();
  const { text, font, lineHeight, top } = layout;
  const ink = fill === null ? colours.palette[colour].line : colours.ink;
  paintLines(brush, text, font, lineHeight, { x: 0, y: top, width }, ink, "centre");
}

function paintFrame(brush: Brush, { element, title }: FrameLayout, width: number, height: number): void {
  const { ctx, colours, zoom } = brush;
  const tints = colours.palette[element.colour];
  roundRectPath(ctx, { x: 0, y: 0, width, height }, 10);
  ctx.fillStyle = colours.surface;
  ctx.fill();
  ctx.save();
  ctx.clip();
  ctx.fillStyle = tints.fill;
  ctx.fillRect(0, 0, width, frameTitle.height);
  ctx.restore();
  ctx.lineWidth = Math.max(1.5, 1 / zoom);
  ctx.strokeStyle = tints.line;
  roundRectPath(ctx, { x: 0, y: 0, width, height }, 10);
  ctx.stroke();
  const { padding, font } = frameTitle;
  const box = { x: padding, y: 4, width: width - 2 * padding };
  paintLines(brush, title, font, frameTitle.height - 8, box, colours.ink);
}

function paintPicture(brush: Brush, { element }: PictureLayout, width: number, height: number): void {
  const { ctx, colours, t } = brush;
  const picture = brush.pictureOf(element.picture);
  if (picture) {
    ctx.imageSmoothingQuality = "medium";
    ctx.drawImage(picture, 0, 0, width, height);
    return;
  }
  ctx.fillStyle = colours.palette.grey.fill;
  ctx.fillRect(0, 0, width, height);
  const font = { weight: 400, size: 16 } as const;
  const middle = { x: width / 2, y: height / 2 };
  if (width > 140) paintWord(brush, t("free.picture-coming"), font, middle, colours.quietInk, "center");
}

/** A line with its heads, and what stands on it. */
function paintConnector(brush: Brush, layout: ConnectorLayout): void {
  const { ctx, colours } = brush;
  const { element, path, pull, heads, label } = layout;
  const { line } = colours.palette[element.colour];
  ctx.lineWidth = lineWidths[element.size];
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.strokeStyle = line;
  ctx.beginPath();
  const [from] = path;
  const to = path.at(-1);
  if (pull && from && to) {
    ctx.moveTo(from.x, from.y);
    ctx.quadraticCurveTo(pull.x, pull.y, to.x, to.y);
  } else for (const { x, y } of path) ctx.lineTo(x, y);
  for (const [left, tip, right] of heads) {
    ctx.moveTo(left.x, left.y);
    ctx.lineTo(tip.x, tip.y);
    ctx.lineTo(right.x, right.y);
  }
  ctx.stroke();
  if (!label) return;
  ctx.fillStyle = colours.paper;
  ctx.fillRect(label.x, label.y, label.width, label.height);
  const { text, font, lineHeight } = layout;
  paintLines(brush, text, font, lineHeight, { ...label, y: label.y + 2 }, line, "centre");
}
