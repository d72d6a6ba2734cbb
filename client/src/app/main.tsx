import { createRoot } from "react-dom/client";
import { LanguageContext } from "../i18n/hooks.ts";
import { createLanguage, type Language } from "../i18n/i18n.ts";
import { loadCatalogue } from "../i18n/load-catalogue.ts";
import { createApi } from "../session/api.ts";
import { createRemembered, type SmallStorage } from "../session/remembered.ts";
import { rethrow } from "../session/rethrow.ts";
import { App } from "./App.tsx";
import { type Application, ApplicationContext } from "./application.ts";
import { locales } from "@faelleskort/shared/model/stage.ts";
import { keepPage } from "./keep-page.ts";
import { createRouter } from "./router.ts";

async function main(): Promise<void> {
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no root");
  const storage = smallStorage();
  const language = await createLanguage({
    storage,
    preferred: navigator.languages,
    load: loadCatalogue,
    onLocale: (locale) => {
      document.documentElement.lang = locale;
    },
  });
  createRoot(root).render(
    <LanguageContext value={language}>
      <ApplicationContext value={createApplication(storage, language)}>
        <App />
      </ApplicationContext>
    </LanguageContext>,
  );
}

function createApplication(storage: SmallStorage, language: Language): Application {
  const { protocol, host } = window.location;
  return {
    router: createRouter(window),
    timers: { set: (run, ms) => window.setTimeout(run, ms), clear: (timer) => window.clearTimeout(timer) },
    isHandheld: () =>
      window.matchMedia("(max-width: 700px), (pointer: coarse) and (max-width: 900px)").matches,
    surroundings: {
      api: createApi({ fetch: window.fetch.bind(window), locale: () => language.locale.get() }),
      remembered: createRemembered(storage),
      WebSocket: window.WebSocket,
      indexedDB: window.indexedDB,
      socketOrigin: `${protocol === "https:" ? "wss:" : "ws:"}//${host}`,
      network: window,
      now: () => Date.now(),
    },
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
/** The other languages too, so that they can be chosen where the connection is gone. */
const loadTheRest = () => Promise.all(locales.map(loadCatalogue));
// The dev server's files change under way; only the built page is kept.
if (import.meta.env.PROD) {
  window.addEventListener("load", () => {
    loadTheRest()
      .then(() => keepPage(window))
      .catch(rethrow);
  });
}
