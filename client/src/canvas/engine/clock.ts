/** Time and frames, injected. Everything asked for can be called off. */
export interface CanvasClock {
  /** Milliseconds, any origin, never going back; the same that frames are told. */
  now(): number;
  /** Calls back before the next paint; returns how to call it off. */
  nextFrame(callback: (now: number) => void): () => void;
  after(ms: number, callback: () => void): () => void;
}

export function browserClock(window: Window): CanvasClock {
  return {
    now: () => window.performance.now(),
    nextFrame(callback) {
      const id = window.requestAnimationFrame(callback);
      return () => window.cancelAnimationFrame(id);
    },
    after(ms, callback) {
      const id = window.setTimeout(callback, ms);
      return () => window.clearTimeout(id);
    },
  };
}
