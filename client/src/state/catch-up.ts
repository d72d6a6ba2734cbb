/** Shows values once what is more urgent has been done; of many that come fast, the last. */
export interface CatchUp<T> {
  /** This is the value now. */
  readonly follow: (value: T) => void;
  readonly close: () => void;
}

/** @param whenIdle calls back when there is time; returns how to call it off */
export function createCatchUp<T>(
  whenIdle: (run: () => void) => () => void,
  show: (value: T) => void,
): CatchUp<T> {
  let latest: { readonly value: T } | null = null;
  let callOff = () => {};
  return {
    follow(value) {
      const isWaiting = latest !== null;
      latest = { value };
      // What waits already isn't put off, or values that never stop would never be shown.
      if (isWaiting) return;
      callOff = whenIdle(() => {
        const due = latest;
        latest = null;
        if (due) show(due.value);
      });
    },
    close() {
      callOff();
      latest = null;
    },
  };
}
