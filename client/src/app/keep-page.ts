/** The service worker's own address; beside the page, so that it may answer for all of them. */
const workerPath = "/service-worker.js";

/**
 * Lets this page open without a connection next time. Browsers offer that only over https and on this machine itself;
 * elsewhere nothing happens.
 */
export async function keepPage({ navigator, performance }: Window): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(workerPath);
  } catch {
    // Barred by the browser's settings: the page works, but not without a connection.
    return;
  }
  const { active } = await navigator.serviceWorker.ready;
  // What was loaded before the worker was there.
  const paths = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  // A worker's postMessage has no target origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  active?.postMessage(paths);
}
