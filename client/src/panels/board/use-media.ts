import { useSyncExternalStore } from "react";

/** Whether the window matches a media query; follows it. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Room for the sheet and a panel beside it. */
export const roomForPanel = "(min-width: 1100px)";
