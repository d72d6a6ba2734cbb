import { cell, type Source } from "../session/source.ts";
import { type Address, pathOf, type Route, routeOf } from "./route.ts";

export type KnownRoute = Exclude<Route, { page: "unknown" }>;

export interface Router {
  readonly route: Source<Route>;
  /** Goes to a page; `replace` leaves no way back to this one. */
  go(route: KnownRoute, how?: "push" | "replace"): void;
  close(): void;
}

/** The part of the window that is used. */
export interface BrowserWindow extends Pick<EventTarget, "addEventListener" | "removeEventListener"> {
  readonly location: Address;
  readonly history: Pick<History, "pushState" | "replaceState">;
}

export function createRouter(window: BrowserWindow): Router {
  const route = cell(routeOf(window.location), (a, b) => JSON.stringify(a) === JSON.stringify(b));
  const read = () => route.set(routeOf(window.location));
  window.addEventListener("popstate", read);
  window.addEventListener("hashchange", read);
  return {
    route,
    go(next, how = "push") {
      if (how === "push") window.history.pushState(null, "", pathOf(next));
      else window.history.replaceState(null, "", pathOf(next));
      read();
    },
    close() {
      window.removeEventListener("popstate", read);
      window.removeEventListener("hashchange", read);
    },
  };
}
