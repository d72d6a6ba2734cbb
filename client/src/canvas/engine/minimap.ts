import type { Colours } from "../../theme/tokens.ts";
import { coloursOf } from "../colours.ts";
import { centredOn, type ViewSize, visibleWorld } from "../geometry/camera.ts";
import { fromMinimap, isAllInView, minimapOf, onMinimap } from "../geometry/minimap.ts";
import { type Point } from "../geometry/rect.ts";
import { lineWidths } from "../scene/element-layout.ts";
import type { SceneItem } from "../scene/item.ts";
import type { Arrangement } from "../scene/sheet.ts";
import type { CanvasEngine } from "./canvas-engine.ts";

/** CSS px. */
export const minimapSize: ViewSize = { width: 168, height: 108 };
/** Nothing is so small that it vanishes, px. */
const leastDot = 1.5;

/** Paints the little picture of the sheet into a canvas element. The things are painted once and kept until they change. */
export interface MinimapPainter {
  /** False, and nothing painted, while all is in view. */
  paint(): boolean;
  /** Moves the view to a point of the little picture, CSS px. */
  goTo(at: Point): void;
}

export function createMinimapPainter(engine: CanvasEngine, canvas: HTMLCanvasElement): MinimapPainter {
  const { desk } = engine;
  const things = canvas.ownerDocument.createElement("canvas");
  let painted: { arrangement: Arrangement; ratio: number; colours: Colours } | null = null;

  function paintThings(arrangement: Arrangement, ratio: number): void {
    const colours = coloursOf(desk.props);
    const isKept =
      painted?.arrangement === arrangement && painted.ratio === ratio && painted.colours === colours;
    if (isKept) return;
    painted = { arrangement, ratio, colours };
    things.width = minimapSize.width * ratio;
    things.height = minimapSize.height * ratio;
    const ctx = things.getContext("2d");
    if (!ctx) return;
    ctx.scale(ratio, ratio);
    const map = minimapOf(arrangement.bounds, minimapSize);
    for (const item of desk.scene.shownItems) {
      const { x, y, width, height } = onMinimap(map, item.rect);
      const line = lineOf(item);
      ctx.fillStyle = colourOf(item, colours);
      if (line === null) ctx.fillRect(x, y, Math.max(leastDot, width), Math.max(leastDot, height));
      else paintLine(ctx, line.points, line.width * map.scale, { x, y }, map.scale);
    }
  }

  return {
    paint() {
      const { camera, size } = desk.viewport;
      const { arrangement } = desk.scene;
      if (!arrangement || isAllInView(arrangement.bounds, camera, size)) return false;
      const ratio = canvas.ownerDocument.defaultView?.devicePixelRatio ?? 1;
      paintThings(arrangement, ratio);
      if (canvas.width !== things.width || canvas.height !== things.height) {
        canvas.width = things.width;
        canvas.height = things.height;
      }
      const ctx = canvas.getContext("2d");
      if (!ctx) return false;
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.clearRect(0, 0, canvas.width, canvas.height);
      ctx.drawImage(things, 0, 0);
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      const view = onMinimap(minimapOf(arrangement.bounds, minimapSize), visibleWorld(camera, size));
      ctx.lineWidth = 2;
      ctx.strokeStyle = coloursOf(desk.props).action;
      ctx.strokeRect(view.x, view.y, view.width, view.height);
      return true;
    },
    goTo(at) {
      const { viewport, scene, clock } = desk;
      if (!scene.arrangement) return;
      const world = fromMinimap(minimapOf(scene.arrangement.bounds, minimapSize), at);
      viewport.goTo(centredOn(world, viewport.camera.zoom, viewport.size), clock.now(), 0);
      desk.viewMoved(true);
    },
  };
}

/** What is drawn as a line, its points from its item's corner; null for what is as broad as its box. */
function lineOf(item: SceneItem): { readonly points: readonly Point[]; readonly width: number } | null {
  if (item.kind !== "element") return null;
  const { layout } = item;
  switch (layout.kind) {
    case "stroke":
      return layout;
    case "connector":
      return { points: layout.path, width: lineWidths[layout.element.size] };
    case "text":
    case "shape":
    case "frame":
    case "picture":
      return null;
  }
}

/** In the colour that is set to fill with. */
function paintLine(
  ctx: CanvasRenderingContext2D,
  points: readonly Point[],
  width: number,
  corner: Point,
  scale: number,
): void {
  ctx.strokeStyle = ctx.fillStyle;
  ctx.lineWidth = Math.max(leastDot, width);
  ctx.lineCap = "round";
  ctx.beginPath();
  for (const { x, y } of points) ctx.lineTo(corner.x + x * scale, corner.y + y * scale);
  // A dot is a line to where it is.
  if (points.length === 1)
    ctx.lineTo(corner.x + (points[0]?.x ?? 0) * scale, corner.y + (points[0]?.y ?? 0) * scale);
  ctx.stroke();
}

function colourOf(item: SceneItem, colours: Colours): string {
  switch (item.kind) {
    case "pile":
      return colours.edge;
    case "actor-card":
    case "who-card":
    case "compact-card":
      return colours.categories[item.cluster.lead.category ?? "none"].stripe;
    case "mark":
      return colours.marks[item.mark.kind];
    case "note":
      return colours.palette[item.note.colour].line;
    case "element": {
      const { element } = item.layout;
      if (element.kind === "picture") return colours.palette.grey.line;
      return element.kind === "frame"
        ? colours.palette[element.colour].fill
        : colours.palette[element.colour].line;
    }
  }
}
