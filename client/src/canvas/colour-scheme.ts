import { useSyncExternalStore } from "react";
import type { SchemeName } from "../theme/tokens.ts";

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
