import type { CanvasClock } from "./clock.ts";

/** Passes on at most one value per interval: the first at once, then the latest. */
export interface Throttle<T> {
  push(value: T): void;
  /** Passes on what waits, now. */
  flush(): void;
  close(): void;
}

export function createThrottle<T>(
  clock: CanvasClock,
  interval: number,
  pass: (value: T) => void,
): Throttle<T> {
  let waiting: { value: T } | null = null;
  let callOff: (() => void) | null = null;

  function send(): void {
    const next = waiting;
    waiting = null;
    if (!next) {
      callOff = null;
      return;
    }
    callOff = clock.after(interval, send);
    pass(next.value);
  }

  return {
    push(value) {
      waiting = { value };
      if (!callOff) send();
    },
    flush() {
      if (!waiting) return;
      callOff?.();
      send();
    },
    close() {
      callOff?.();
      callOff = null;
      waiting = null;
    },
  };
}
