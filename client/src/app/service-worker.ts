/**
 * Lets the page open without a connection, for whoever has opened it before: the page itself from the network when it
 * answers, else as it was kept; the files it is made of, whose names change with their content, from what was kept.
 * What people write isn't here: that lies in the browser's database (`session/local-store.ts`).
 * Built as a script of its own and served from the root; it imports nothing.
 */

interface WaitableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends WaitableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface WorkerScope {
  readonly location: Location;
  readonly caches: CacheStorage;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  fetch(input: Request | string): Promise<Response>;
  addEventListener(type: "install" | "activate", listener: (event: WaitableEvent) => void): void;
  addEventListener(type: "message", listener: (event: WaitableEvent & { data: unknown }) => void): void;
  addEventListener(type: "fetch", listener: (event: RequestEvent) => void): void;
}

const cacheName = "faelleskort-page";
/** Every page of ours is the same document. */
const pageKey = "/";
/** How long the network may take for the page before the kept one is shown, ms. */
const patience = 4000;

/** Compression differs from request to request, the content doesn't. */
const anyHeaders = { ignoreVary: true } as const;

const isAsset = (path: string): boolean => path.startsWith("/assets/");
const isPage = (path: string): boolean => path === "/" || path === "/join" || path.startsWith("/w/");

function serve(scope: WorkerScope): void {
  const open = () => scope.caches.open(cacheName);

  async function keepPage(page: Response): Promise<void> {
    const cache = await open();
    const kept = await cache.match(pageKey, anyHeaders);
    const [text, keptText] = [await page.clone().text(), await kept?.text()];
    if (text === keptText) return;
    // A new build: the old one's files are asked for no more.
    const requests = await cache.keys();
    await Promise.all(requests.map((request) => cache.delete(request)));
    await cache.put(pageKey, page);
  }

  async function answerPage(event: RequestEvent): Promise<Response> {
    const kept = await (await open()).match(pageKey, anyHeaders);
    const fromNetwork = scope.fetch(event.request);
    try {
      const page = await (kept ? within(fromNetwork, patience) : fromNetwork);
      if (page.ok) event.waitUntil(keepPage(page.clone()));
      // A server that is just starting again says 5xx; the kept page will wait for it.
      return page.status >= 500 && kept ? kept : page;
    } catch {
      return kept ?? fromNetwork;
    }
  }

  async function answerAsset(request: Request): Promise<Response> {
    const cache = await open();
    const kept = await cache.match(request, anyHeaders);
    if (kept) return kept;
    const asset = await scope.fetch(request);
    if (asset.ok) await cache.put(request, asset.clone());
    return asset;
  }

  /** Keeps what the page loaded before this worker was there. */
  async function keepLoaded(paths: readonly string[]): Promise<void> {
    const page = await scope.fetch(pageKey);
    if (page.ok) await keepPage(page);
    await Promise.all(paths.filter(isAsset).map((path) => answerAsset(new Request(path))));
  }

  scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
  scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
  scope.addEventListener("message", (event) => {
    const { data } = event;
    if (Array.isArray(data)) {
      const paths = data.filter((path) => typeof path === "string");
      event.waitUntil(keepLoaded(paths).catch(() => undefined));
    }
  });
  scope.addEventListener("fetch", (event) => {
    const { method, mode, url } = event.request;
    const { origin, pathname } = new URL(url);
    if (method !== "GET" || origin !== scope.location.origin) return;
    if (mode === "navigate" && isPage(pathname)) event.respondWith(answerPage(event));
    else if (isAsset(pathname)) event.respondWith(answerAsset(event.request));
  });
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("too slow")), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

// The project's types describe a window; this script runs in a worker, whose scope has these parts.
serve(globalThis as unknown as WorkerScope);
