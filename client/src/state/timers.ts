/** Timers, injected so that tests decide when they run. */
export interface Timers {
  readonly set: (run: () => void, ms: number) => number;
  readonly clear: (timer: number) => void;
}
