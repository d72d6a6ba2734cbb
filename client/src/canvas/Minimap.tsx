import { type PointerEvent, useEffect, useRef } from "react";
import styles from "./canvas.module.css";
import type { CanvasEngine } from "./engine/canvas-engine.ts";
import { createMinimapPainter, type MinimapPainter, minimapSize } from "./engine/minimap.ts";

/** The whole sheet small in a corner, with what is in view: press or drag to go there. Keys and buttons do the same. */
export function Minimap({ engine }: { readonly engine: CanvasEngine }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<MinimapPainter>(null);

  useEffect(() => {
    const { current } = canvas;
    if (!current) return undefined;
    const made = createMinimapPainter(engine, current);
    painter.current = made;
    const paint = () => {
      current.hidden = !made.paint();
    };
    paint();
    return engine.onFrame(paint);
  }, [engine]);

  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons === 0) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    painter.current?.goTo({ x: event.clientX - left, y: event.clientY - top });
  };

  return (
    <canvas
      ref={canvas}
      className={styles.minimap}
      style={minimapSize}
      aria-hidden="true"
      hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    />
  );
}
