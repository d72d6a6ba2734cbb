import type { Language } from "../i18n/i18n.ts";
import type { Surroundings } from "../session/session.ts";
import { rethrow } from "../session/rethrow.ts";
import { cell } from "../session/source.ts";
import type { Timers } from "../state/timers.ts";
import type { Application } from "./application.ts";
import type { Openings } from "./openings.ts";
import type { Route } from "./route.ts";
import type { Router } from "./router.ts";

/** `light`: the pages a phone sees, and those outside a workshop. `board`: the canvas, on a laptop and on the big screen. */
export type AppName = "light" | "board";

/** The code of some pages. */
export interface PageApp {
  /** Draws the pages into an element; returns how to take them away. */
  readonly mount: (root: HTMLElement, application: Application) => () => void;
}

export interface ShellOptions {
  readonly root: HTMLElement;
  readonly router: Router;
  readonly language: Language;
  readonly surroundings: Surroundings;
  readonly timers: Timers;
  readonly openings: Openings;
  readonly isHandheld: () => boolean;
  readonly loadApp: (name: AppName) => Promise<PageApp>;
  readonly loadPage: (route: Route) => Promise<unknown>;
}

/** The application whose pages hold this one. */
export function appFor({ page }: Route): AppName {
  return page === "board" || page === "projector" ? "board" : "light";
}

/**
 * Shows the application that the address asks for, and changes it when the address does. Until the next one is there the
 * last stays, and shows that it waits. Settles when the first is shown.
 */
export async function openShell(options: ShellOptions): Promise<void> {
  const { root, router, language, surroundings, timers, openings, isHandheld, loadApp, loadPage } = options;
  const isStuck = cell(false);
  let shown: { readonly name: AppName; readonly close: () => void } | null = null;

  const fetchApp = async (name: AppName): Promise<PageApp> => {
    const [app] = await Promise.all([loadApp(name), name === "board" && language.need("board")]);
    return app;
  };
  const application: Application = {
    router,
    language,
    surroundings,
    timers,
    openings,
    isHandheld,
    isStuck,
    prepare: (route) => {
      // Only a head start: who goes there asks again.
      Promise.all([fetchApp(appFor(route)), loadPage(route)]).catch(() => {});
    },
  };

  async function show(name: AppName): Promise<void> {
    const app = await fetchApp(name);
    // The address may have changed while it came.
    if (shown?.name === name || appFor(router.route.get()) !== name) return;
    shown?.close();
    shown = { name, close: app.mount(root, application) };
  }
  async function follow(): Promise<void> {
    const name = appFor(router.route.get());
    isStuck.set(false);
    if (shown?.name === name) return;
    try {
      await show(name);
    } catch {
      // What is shown says so, and offers to try again.
      isStuck.set(true);
    }
  }
  router.route.subscribe(() => {
    follow().catch(rethrow);
  });

  await follow();
  if (shown === null && isStuck.get()) {
    // The board didn't come: the small one can say so.
    const app = await fetchApp("light");
    shown ??= { name: "light", close: app.mount(root, application) };
  }
}
