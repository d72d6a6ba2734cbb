import type { CanvasView } from "../../canvas/props.ts";
import type { Point } from "../../canvas/geometry/rect.ts";
import { brightness, type Trail } from "./trail.ts";

/** Somebody's light: where it has been, and whether it is still on. */
export interface Light {
  readonly trail: Trail;
  readonly isOn: boolean;
  /** A CSS colour. */
  readonly color: string;
}

export const onScreen = (
  { x, y }: Point,
  view: CanvasView,
  size: { width: number; height: number },
): Point => ({
  x: (x - view.centre.x) * view.zoom + size.width / 2,
  y: (y - view.centre.y) * view.zoom + size.height / 2,
});

/** Paints lights over the sheet; with `still`, without the trails. */
export function paintLights(
  canvas: HTMLCanvasElement,
  lights: Iterable<Light>,
  view: CanvasView,
  now: number,
  still: boolean,
): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = window.devicePixelRatio;
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  const ctx = canvas.getContext("2d");
  if (!ctx) return;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  ctx.lineCap = "round";
  for (const { trail, isOn, color } of lights) {
    const places = trail.map((place) => ({ ...onScreen(place, view, { width, height }), time: place.time }));
    ctx.strokeStyle = color;
    ctx.lineWidth = 5;
    for (const [index, to] of places.entries()) {
      const from = places[index - 1];
      if (!from || still) continue;
      ctx.globalAlpha = brightness(to.time, now) * 0.8;
      ctx.beginPath();
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
    const head = places.at(-1);
    if (head && isOn) paintHead(ctx, head, color);
  }
}

/** A dot with a light rim, so that it stands out from any card. */
function paintHead(ctx: CanvasRenderingContext2D, { x, y }: Point, color: string): void {
  ctx.beginPath();
  ctx.arc(x, y, 8, 0, Math.PI * 2);
  ctx.fillStyle = "#FFFFFF";
  ctx.fill();
  ctx.beginPath();
  ctx.arc(x, y, 6, 0, Math.PI * 2);
  ctx.fillStyle = color;
  ctx.fill();
}
