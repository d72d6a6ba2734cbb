import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { CanvasEngine } from "./engine/canvas-engine.ts";
import type { Editing } from "./engine/editing-slot.ts";
import type { WriteText } from "./props.ts";
import { type TextPlace, textPlaceOf } from "./scene/text-place.ts";
import styles from "./canvas.module.css";

/** Letters in the field are never smaller on the screen than this, CSS px: from further away, the field is larger than the words. */
const leastLetters = 12;

interface PlacedTextProps {
  readonly engine: CanvasEngine;
  readonly editing: Editing;
  readonly write: WriteText;
  /** The person is done with it: the keyboard goes back to the canvas. */
  readonly onDone: () => void;
}

/** The words of a thing as a field exactly over them: same letters, same lines, whatever the zoom, wherever it is carried. */
export function PlacedText({ engine, editing, write, onDone }: PlacedTextProps): ReactNode {
  const { key } = editing;
  const box = useRef<HTMLDivElement>(null);
  const [first] = useState(() => placeOf(engine, key));

  useLayoutEffect(() => {
    const put = () => {
      const item = engine.desk.scene.item(key);
      const area = engine.desk.shownAt(key);
      const place = item && textPlaceOf(item);
      // Deleted, merged into another or on another sheet by now: what was written is on the board.
      if (!place || !area) return engine.desk.editing.set(null);
      if (box.current) layOver(box.current, engine, place, area);
    };
    put();
    const stops = [engine.onCamera(put), engine.onFrame(put)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [engine, key]);

  const close = useCallback(
    (how: "away" | "back") => {
      if (engine.desk.editing.get() === editing) engine.desk.editing.set(null);
      if (how === "back") onDone();
    },
    [engine, editing, onDone],
  );
  if (!first) return null;
  return (
    <div ref={box} className={styles.placed}>
      {write({ target: first.target, kind: first.kind, onClose: close })}
    </div>
  );
}

function placeOf(engine: CanvasEngine, key: string): TextPlace | null {
  const item = engine.desk.scene.item(key);
  return item ? textPlaceOf(item) : null;
}

function layOver(
  { style }: HTMLElement,
  engine: CanvasEngine,
  { box, font, lineHeight, align, paper }: TextPlace,
  at: { readonly x: number; readonly y: number },
): void {
  const area = engine.screenRect({ ...box, x: at.x + box.x, y: at.y + box.y });
  const zoom = area.width / box.width;
  const grown = Math.max(1, leastLetters / (font.size * zoom));
  style.left = `${area.x - (area.width * (grown - 1)) / 2}px`;
  style.top = `${area.y - (area.height * (grown - 1)) / 2}px`;
  style.width = `${area.width * grown}px`;
  style.setProperty("--least-height", `${area.height * grown}px`);
  style.fontSize = `${font.size * zoom * grown}px`;
  style.fontWeight = String(font.weight);
  style.lineHeight = `${lineHeight * zoom * grown}px`;
  style.textAlign = align === "centre" ? "center" : "start";
  style.background = `var(${paper})`;
}
