import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Source } from "../props.ts";
import type { Draft } from "../scene/sheet.ts";
import { createListeners } from "./listeners.ts";

/** A draft whose text field is open; the serial tells one field from the next. */
export interface OpenDraft {
  readonly draft: Draft;
  readonly serial: number;
  /** What its field begins with: words that couldn't be written down when it was last left. */
  readonly words: string;
}

/** The one thing that is being written. */
export interface DraftSlot extends Source<OpenDraft | null> {
  /** Opens a field for another, or none. False: what is open is held, and its writer is led back to it instead. */
  set(draft: Draft | null): boolean;
  /** The words of an open field can't be written down, so nothing takes its place; null: they can. A field that is gone says nothing. */
  hold(by: OpenDraft, words: string | null): void;
  /** How the open field writes its words down, or holds them; asked before the sheet is changed under it. */
  onLeaving(finish: () => void): () => void;
  /** Lets the open field write down what it has. */
  leave(): void;
  /** Another sheet is shown: what is held waits on its own, and is there again with it. */
  turn(from: SheetId, to: SheetId): void;
  close(): void;
}

/** @param told whether words are held, on whatever sheet */
export function createDraftSlot(told: (isHeld: boolean) => void): DraftSlot {
  let open: OpenDraft | null = null;
  let held: string | null = null;
  let serial = 0;
  let wasTold = false;
  let finish: (() => void) | null = null;
  const waiting = new Map<SheetId, { readonly draft: Draft; readonly words: string }>();
  const listeners = createListeners();
  const show = (draft: Draft | null, words: string) => {
    open = draft && { draft, serial: ++serial, words };
    listeners.tell();
  };
  const hold = (words: string | null) => {
    held = words;
    const isHeld = held !== null || waiting.size > 0;
    if (isHeld !== wasTold) told(isHeld);
    wasTold = isHeld;
  };
  return {
    get: () => open,
    subscribe: (listener) => listeners.add(listener),
    set(draft) {
      if (open && held !== null) {
        show(open.draft, held);
        return false;
      }
      show(draft, "");
      return true;
    },
    hold(by, words) {
      if (by === open) hold(words);
    },
    onLeaving(given) {
      finish = given;
      return () => {
        if (finish === given) finish = null;
      };
    },
    leave: () => finish?.(),
    turn(from, to) {
      if (open && held !== null) waiting.set(from, { draft: open.draft, words: held });
      const back = waiting.get(to);
      waiting.delete(to);
      hold(back?.words ?? null);
      show(back?.draft ?? null, back?.words ?? "");
    },
    close() {
      waiting.clear();
      hold(null);
    },
  };
}
