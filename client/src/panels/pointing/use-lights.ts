import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import { type RefObject, useEffect, useRef } from "react";
import type { BoardCanvasHandle } from "../../canvas/props.ts";
import type { Point } from "../../canvas/geometry/rect.ts";
import { useWorkshop } from "../../state/hooks.ts";
import { peopleColour } from "../../theme/people.ts";
import { brightness, withPlace } from "./trail.ts";
import { type Light, paintLights } from "./trail-painter.ts";

/** Paints everybody's light over the sheet, frame by frame while there is any, and never else. Returns how to move one's own. */
export function useLights(
  paper: RefObject<HTMLCanvasElement | null>,
  sheet: SheetId,
  canvas: () => BoardCanvasHandle | null,
): (at: Point | null) => void {
  const { presence } = useWorkshop();
  const latestCanvas = useRef(canvas);
  const own = useRef<(at: Point | null) => void>(() => {});
  useEffect(() => {
    latestCanvas.current = canvas;
  });
  useEffect(() => {
    const lights = new Map<number | "me", Light>();
    const still = window.matchMedia("(prefers-reduced-motion: reduce)");
    let frame: number | null = null;

    const shine = (id: number | "me", at: Point | null, color: string) => {
      const known = lights.get(id);
      if (at)
        lights.set(id, { trail: withPlace(known?.trail ?? [], at, performance.now()), isOn: true, color });
      else if (known) lights.set(id, { ...known, isOn: false });
    };
    const paint = () => {
      frame = null;
      const now = performance.now();
      for (const [id, { trail, isOn }] of lights) {
        if (!isOn && trail.every(({ time }) => brightness(time, now) === 0)) lights.delete(id);
      }
      const view = latestCanvas.current()?.view();
      if (paper.current && view) paintLights(paper.current, lights.values(), view, now, still.matches);
      if (lights.size > 0) frame = requestAnimationFrame(paint);
    };
    const begin = () => {
      frame ??= lights.size > 0 ? requestAnimationFrame(paint) : null;
    };
    const look = () => {
      const on = new Set<number | "me">();
      for (const { clientId, laser, cursor, sheet: where, color } of presence.peers.get()) {
        if (!laser || !cursor || where !== sheet) continue;
        on.add(clientId);
        shine(clientId, cursor, peopleColour(color));
      }
      for (const id of lights.keys()) if (id !== "me" && !on.has(id)) shine(id, null, "");
      begin();
    };
    own.current = (at) => {
      shine("me", at, peopleColour(presence.own.get().color));
      begin();
    };
    look();
    const stop = presence.peers.subscribe(look);
    return () => {
      stop();
      if (frame !== null) cancelAnimationFrame(frame);
      own.current = () => {};
    };
  }, [presence, sheet, paper]);
  return (at) => own.current(at);
}
