import { useEffect, useRef } from "react";
import { boardKey, type BoardKey, type KeyContext } from "./board-keys.ts";

const isText = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(element.type)) ||
  (element instanceof HTMLElement && element.isContentEditable);

/** Hears the page's keys while the component is there; what the canvas or a field has used already is left alone. */
export function useBoardKeys(
  context: Pick<KeyContext, "placing" | "facilitator" | "singleKeys" | "tools">,
  onKey: (key: BoardKey) => void,
): void {
  const latest = useRef({ context, onKey });
  useEffect(() => {
    latest.current = { context, onKey };
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const { activeElement } = document;
      const key = boardKey(event, {
        ...latest.current.context,
        inText: isText(activeElement),
        lettersTaken: document.querySelector("dialog[open]") !== null,
      });
      if (key === null) return;
      event.preventDefault();
      latest.current.onKey(key);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
}
