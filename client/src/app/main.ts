import { createLanguage, type Language } from "../i18n/i18n.ts";
import { loadCatalogue } from "../i18n/load-catalogue.ts";
import { createApi } from "../session/api.ts";
import { createRemembered, type SmallStorage } from "../session/remembered.ts";
import { rethrow } from "../session/rethrow.ts";
import type { Timers } from "../state/timers.ts";
import { loadApp, loadPage } from "./apps.ts";
import { keepPage } from "./keep-page.ts";
import { createOpenings } from "./openings.ts";
import { createRouter } from "./router.ts";
import { appFor, openShell } from "./shell.ts";

/** The first script of every page: knows no screen, only which application shows the page, and what both rest on. */
async function main(): Promise<void> {
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no root");
  const router = createRouter(window);
  const storage = smallStorage();
  const isHandheld = () =>
    window.matchMedia("(max-width: 700px), (pointer: coarse) and (max-width: 900px)").matches;
  const language = createLanguage({
    storage,
    preferred: navigator.languages,
    load: loadCatalogue,
    onLocale: (locale) => {
      document.documentElement.lang = locale;
    },
  });
  const surroundings = surroundingsOf(storage, language);
  const timers: Timers = {
    set: (run, ms) => window.setTimeout(run, ms),
    clear: (timer) => window.clearTimeout(timer),
  };
  const openings = createOpenings({ surroundings, timers, load: () => import("./open-workshop.ts") });
  router.route.subscribe(() => openings.letGo());
  // All that the page needs is asked for at the same time; who needs it asks again, and is told when that fails.
  const route = router.route.get();
  const app = appFor(route);
  loadApp(app).catch(() => {});
  loadPage(route).catch(() => {});
  openings.begin(route);
  if (app === "board") loadCatalogue(language.locale.get(), "board").catch(() => {});
  await language.need("page");
  await openShell({
    root,
    router,
    language,
    surroundings,
    timers,
    openings,
    isHandheld,
    loadApp,
    loadPage,
  });
  // The dev server's files change under way; only the built page is kept.
  if (!import.meta.env.PROD) return;
  if (document.readyState !== "complete") {
    await new Promise((resolve) => window.addEventListener("load", resolve, { once: true }));
  }
  // So that another language can be chosen where the connection is gone.
  await language.fetchAll();
  await keepPage(window);
}

function surroundingsOf(storage: SmallStorage, language: Language) {
  const { protocol, host } = window.location;
  return {
    api: createApi({ fetch: window.fetch.bind(window), locale: () => language.locale.get() }),
    remembered: createRemembered(storage),
    WebSocket: window.WebSocket,
    indexedDB: window.indexedDB,
    socketOrigin: `${protocol === "https:" ? "wss:" : "ws:"}//${host}`,
    network: window,
    now: () => Date.now(),
  };
}

/** `localStorage`, or nothing that lasts where a browser bars it: even reading the property may throw. */
function smallStorage(): SmallStorage {
  try {
    return window.localStorage;
  } catch {
    return { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  }
}

main().catch(rethrow);
