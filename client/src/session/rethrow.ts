/** Background work has no caller to tell: a defect in it surfaces as an uncaught error. */
export function rethrow(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
