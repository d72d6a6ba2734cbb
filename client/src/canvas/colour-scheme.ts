import { useMemo, useSyncExternalStore } from "react";
import { forcedColours, type SystemColour } from "../theme/forced-colours.ts";
import type { Colours, SchemeName } from "../theme/tokens.ts";

const darkQuery = "(prefers-color-scheme: dark)";

/** The colours the person has asked the system for, as the stylesheets follow them. */
export function useColourScheme(): SchemeName {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(darkQuery);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => (window.matchMedia(darkQuery).matches ? "dark" : "light"),
  );
}

const forcedQuery = "(forced-colors: active)";

/** The colours the person has forced on everything, as the sheet needs them; null when they haven't. */
export function useForcedColours(): Colours | null {
  const version = useSyncExternalStore(
    (changed) => {
      // A change from one forced palette to another is seen by whether it is dark.
      const queries = [forcedQuery, darkQuery].map((query) => window.matchMedia(query));
      for (const query of queries) query.addEventListener("change", changed);
      return () => {
        for (const query of queries) query.removeEventListener("change", changed);
      };
    },
    () => (window.matchMedia(forcedQuery).matches ? `forced ${window.matchMedia(darkQuery).matches}` : null),
  );
  return useMemo(() => (version === null ? null : forcedColours(systemColour)), [version]);
}

/** As `rgb()`: a canvas isn't asked to know the system's names. */
function systemColour(name: SystemColour): string {
  const probe = document.createElement("span");
  probe.style.color = name;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
