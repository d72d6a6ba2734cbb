/** Waiting, injected so that tests decide when time passes. Each call gives the way to call it off, which may be repeated. */
export interface Timers {
  after(ms: number, run: () => void): () => void;
  every(ms: number, run: () => void): () => void;
}

/** The process's own timers. They don't keep the process alive: what must finish is awaited by its owner. */
export const realTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
  every(ms, run) {
    const timer = setInterval(run, ms).unref();
    return () => clearInterval(timer);
  },
};
