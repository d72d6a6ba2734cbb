import type { ViewSize } from "../geometry/camera.ts";

/** Tells an element's size in whole CSS px, now and whenever it changes. */
export function watchSize(element: HTMLElement, changed: (size: ViewSize) => void): () => void {
  const tell = () => changed({ width: element.clientWidth, height: element.clientHeight });
  const observer = new ResizeObserver(tell);
  observer.observe(element);
  tell();
  return () => observer.disconnect();
}

/** Tells device px per CSS px, now and when the window moves to another screen or the page is zoomed. */
export function watchPixelRatio(element: HTMLElement, changed: (ratio: number) => void): () => void {
  const view = element.ownerDocument.defaultView;
  if (!view) return () => {};
  let stop = new AbortController();
  function watch(window: Window): void {
    stop = new AbortController();
    const ratio = window.devicePixelRatio;
    const query = window.matchMedia(`(resolution: ${ratio}dppx)`);
    query.addEventListener("change", () => watch(window), { once: true, signal: stop.signal });
    changed(ratio);
  }
  watch(view);
  return () => stop.abort();
}
