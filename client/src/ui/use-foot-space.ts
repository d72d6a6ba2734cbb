import { useCallback } from "react";

const property = "--foot-space";

/**
 * Gives a ref for what stands on the page's foot while somebody needs it (the bar of what is selected): messages then
 * come above it, however many lines it has.
 */
export function useFootSpace(): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback((element) => {
    if (!element) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty(property, `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty(property);
    };
  }, []);
}
