import type { Grip } from "../geometry/resize.ts";
import type { GestureState } from "../gestures/gesture.ts";
import { makerOf } from "../tool.ts";
import type { Desk } from "./desk.ts";
import { gripAt, reachOf } from "./reaching.ts";

export type PointerShape =
  | "default"
  | "grab"
  | "grabbing"
  | "crosshair"
  | "pointer"
  | "ew-resize"
  | "ns-resize"
  | "nwse-resize"
  | "nesw-resize";

/** What the pointer looks like: what pressing here would do. */
export function pointerShape(desk: Desk, gesture: GestureState): PointerShape {
  const { props, pointer, scene, spaceHeld, viewport } = desk;
  if (gesture.kind === "panning" || gesture.kind === "dragging") return "grabbing";
  if (gesture.kind === "making" && gesture.making.kind === "resizing")
    return shapeOfGrip(gesture.making.grip);
  if (spaceHeld || props.tool === "hand" || props.readOnly) return "grab";
  if (props.mayWrite && makerOf(props.tool) !== null) return "crosshair";
  const grip = pointer && gripAt(desk, pointer, "mouse");
  if (grip) return shapeOfGrip(grip.grip);
  const over = pointer && scene.topmostAt(pointer, reachOf.mouse / viewport.camera.zoom);
  if (over?.kind === "pile") return "pointer";
  if (over) return props.mayWrite && scene.arrangement?.free?.isFixed(over) !== true ? "grab" : "pointer";
  return props.tool === "select" || !props.mayWrite ? "default" : "crosshair";
}

function shapeOfGrip(grip: Grip): PointerShape {
  if (grip.type !== "box") return grip.type === "end" ? "crosshair" : "grab";
  if (grip.x === 0) return "ns-resize";
  if (grip.y === 0) return "ew-resize";
  return grip.x === grip.y ? "nwse-resize" : "nesw-resize";
}
