import { createContext, useContext } from "react";
import type { Surroundings } from "../session/session.ts";
import { useSource } from "../state/use-source.ts";
import type { Timers } from "../state/timers.ts";
import type { Route } from "./route.ts";
import type { Router } from "./router.ts";

/** What every page of the application can reach. Made once, in `main.tsx`. */
export interface Application {
  readonly router: Router;
  readonly surroundings: Surroundings;
  readonly timers: Timers;
  /** Whether this device is better served by the form than by the board. */
  readonly isHandheld: () => boolean;
}

export const ApplicationContext = createContext<Application | null>(null);

export function useApplication(): Application {
  const application = useContext(ApplicationContext);
  if (!application) throw new Error("A page was rendered outside of the application");
  return application;
}

export const useRoute = (): Route => useSource(useApplication().router.route);
