import { useCallback } from "react";

const property = "--foot-space";

/**
 * Gives a ref for what stands on the page's foot while somebody needs it (the bar of what is selected): messages then
 * come above it, however many lines it and the foot have.
 */
export function useFootSpace(): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback((element) => {
    if (!element) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      const { top } = element.getBoundingClientRect();
      style.setProperty(property, `${Math.round(window.innerHeight - top)}px`);
    });
    observer.observe(element);
    // A foot that grows pushes up what stands on it, without changing its size.
    if (element.parentElement) observer.observe(element.parentElement);
    return () => {
      observer.disconnect();
      style.removeProperty(property);
    };
  }, []);
}
