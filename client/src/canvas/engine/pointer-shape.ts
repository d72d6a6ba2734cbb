import type { GestureState } from "../gestures/gesture.ts";
import type { Desk } from "./desk.ts";

export type PointerShape = "default" | "grab" | "grabbing" | "crosshair" | "pointer";

/** What the pointer looks like: what pressing here would do. */
export function pointerShape(
  { props, pointer, scene, spaceHeld }: Desk,
  gesture: GestureState,
): PointerShape {
  if (gesture.kind === "panning" || gesture.kind === "dragging") return "grabbing";
  if (spaceHeld || props.tool === "hand" || props.readOnly) return "grab";
  const isOver = pointer !== null && scene.topmostAt(pointer) !== null;
  if (isOver) return props.mayWrite ? "grab" : "pointer";
  return props.tool === "select" || !props.mayWrite ? "default" : "crosshair";
}
