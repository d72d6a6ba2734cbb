import type { CanvasClock } from "./clock.ts";

/** Frames only when asked for: however often within one frame, it comes once. */
export interface FrameLoop {
  request(): void;
  close(): void;
}

/** `onFrame` says whether the next frame will look different, too. */
export function createFrameLoop(clock: CanvasClock, onFrame: (now: number) => boolean): FrameLoop {
  let callOff: (() => void) | null = null;
  let closed = false;
  function request(): void {
    if (callOff || closed) return;
    callOff = clock.nextFrame((now) => {
      callOff = null;
      if (onFrame(now)) request();
    });
  }
  return {
    request,
    close() {
      closed = true;
      callOff?.();
      callOff = null;
    },
  };
}
