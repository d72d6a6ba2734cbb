/** How long at most is waited for a frame, ms: a page in the background draws none. */
const patience = 250;

/** Calls back once the next frame is on the screen: when the one after it begins. Returns how to call it off. */
export function afterPaint(run: () => void): () => void {
  let timer = window.setTimeout(finish, patience);
  let frame = window.requestAnimationFrame(() => {
    frame = window.requestAnimationFrame(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(finish);
    });
  });
  function finish(): void {
    window.cancelAnimationFrame(frame);
    run();
  }
  return () => {
    window.clearTimeout(timer);
    window.cancelAnimationFrame(frame);
  };
}
