import { createContext, useContext } from "react";
import type { Language } from "../i18n/i18n.ts";
import type { Source } from "../session/source.ts";
import type { Surroundings } from "../session/session.ts";
import { useSource } from "../state/use-source.ts";
import type { Timers } from "../state/timers.ts";
import type { Openings } from "./openings.ts";
import type { Route } from "./route.ts";
import type { KnownRoute, Router } from "./router.ts";

/** What every page of the application can reach. Made once, by the shell. */
export interface Application {
  readonly router: Router;
  readonly language: Language;
  readonly surroundings: Surroundings;
  readonly timers: Timers;
  readonly openings: Openings;
  /** Whether this device is better served by the form than by the board. */
  readonly isHandheld: () => boolean;
  /** Whether the application that holds this address's page couldn't be fetched. */
  readonly isStuck: Source<boolean>;
  /** Fetches a page that somebody is on the way to. */
  readonly prepare: (route: KnownRoute) => void;
}

export const ApplicationContext = createContext<Application | null>(null);

export function useApplication(): Application {
  const application = useContext(ApplicationContext);
  if (!application) throw new Error("A page was rendered outside of the application");
  return application;
}

export const useRoute = (): Route => useSource(useApplication().router.route);
