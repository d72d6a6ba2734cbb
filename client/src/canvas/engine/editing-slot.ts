import type { Source } from "../props.ts";
import type { ItemKey } from "../scene/item.ts";
import { createListeners } from "./listeners.ts";

/** A thing whose words are being changed where they stand; the serial tells one time from the next. */
export interface Editing {
  readonly key: ItemKey;
  readonly serial: number;
}

/** The one thing that is being edited in place. */
export interface EditingSlot extends Source<Editing | null> {
  set(key: ItemKey | null): void;
}

export function createEditingSlot(): EditingSlot {
  let open: Editing | null = null;
  let serial = 0;
  const listeners = createListeners();
  return {
    get: () => open,
    subscribe: (listener) => listeners.add(listener),
    set(key) {
      if (key === null && open === null) return;
      open = key === null ? null : { key, serial: ++serial };
      listeners.tell();
    },
  };
}
