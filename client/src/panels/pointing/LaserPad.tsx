import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { BoardCanvasHandle, CanvasPoint } from "../../canvas/props.ts";
import { useT } from "../../i18n/hooks.ts";
import styles from "./Pointing.module.css";

interface LaserPadProps {
  readonly canvas: () => BoardCanvasHandle | null;
  /** In the sheet's own units; null: the light is off the sheet. */
  readonly onPoint: (at: CanvasPoint | null) => void;
  readonly onEnd: () => void;
}

/** Screen px of one press of an arrow key. */
const step = 24;
const arrows: Readonly<Record<string, CanvasPoint>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

/** Lies over the sheet while the light is on, so that pointing moves nothing: with the pointer, a finger, or the arrow keys. */
export function LaserPad({ canvas, onPoint, onEnd }: LaserPadProps): ReactNode {
  const t = useT();
  const pad = useRef<HTMLDivElement>(null);
  /** On the screen, px from the pad's corner; null: not yet on the sheet. */
  const at = useRef<CanvasPoint | null>(null);
  useEffect(() => pad.current?.focus({ preventScroll: true }), []);

  const move = (to: CanvasPoint | null) => {
    at.current = to;
    const view = canvas()?.view();
    const { current } = pad;
    if (!to || !view || !current) return onPoint(null);
    const round = (value: number) => Math.round(value * 10) / 10;
    return onPoint({
      x: round(view.centre.x + (to.x - current.clientWidth / 2) / view.zoom),
      y: round(view.centre.y + (to.y - current.clientHeight / 2) / view.zoom),
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = arrows[event.key];
    if (event.key === "Escape") onEnd();
    else if (by) {
      const { clientWidth, clientHeight } = event.currentTarget;
      const from = at.current ?? { x: clientWidth / 2, y: clientHeight / 2 };
      const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
      move({ x: within(from.x + by.x, clientWidth), y: within(from.y + by.y, clientHeight) });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // It takes the pointer and the arrow keys itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={pad}
      className={styles.pad}
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t("pointing.pad")}
      onPointerDown={({ nativeEvent: { offsetX: x, offsetY: y } }) => move({ x, y })}
      onPointerMove={({ nativeEvent: { offsetX: x, offsetY: y } }) => move({ x, y })}
      onPointerLeave={() => move(null)}
      onKeyDown={onKeyDown}
    />
  );
}
