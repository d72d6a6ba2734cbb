import type { Source } from "../props.ts";
import type { Draft } from "../scene/sheet.ts";
import { createListeners } from "./listeners.ts";

/** A draft whose text field is open; the serial tells one field from the next. */
export interface OpenDraft {
  readonly draft: Draft;
  readonly serial: number;
}

/** The one thing that is being written. */
export interface DraftSlot extends Source<OpenDraft | null> {
  set(draft: Draft | null): void;
}

export function createDraftSlot(): DraftSlot {
  let open: OpenDraft | null = null;
  let serial = 0;
  const listeners = createListeners();
  return {
    get: () => open,
    subscribe: (listener) => listeners.add(listener),
    set(draft) {
      open = draft && { draft, serial: ++serial };
      listeners.tell();
    },
  };
}
