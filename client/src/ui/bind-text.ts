import { spliceBetween } from "@faelleskort/shared/commands/text-diff.ts";
import { mergedText, movedBy } from "../state/text-binding.ts";
import type { Source } from "../session/source.ts";

/** The part of an input or textarea that is used. */
export interface TextFieldElement extends EventTarget {
  value: string;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
  readonly selectionDirection: "forward" | "backward" | "none" | null;
  setSelectionRange(start: number, end: number, direction?: "forward" | "backward" | "none"): void;
}

export interface SharedString {
  /** null when what it belongs to is gone. */
  readonly text: Source<string | null>;
  /**
   * Writes the whole text as it should be; may be turned down. "kept": for now it stays in the field alone, which goes on
   * showing it, joined with what others write.
   */
  readonly edit: (text: string) => "told" | "kept";
  /** What stayed in the field alone when it was left the last time. */
  readonly kept?: { readonly base: string; readonly text: string } | null;
}

/** A field that is being kept like a shared text. */
export interface TextBinding {
  /** Offers what stayed in the field alone once more; nothing when there is none. */
  retry(): void;
  stop(): void;
}

/**
 * Keeps a field and a shared text alike. What others type moves the caret along with its letters. A composition (accents,
 * other scripts) is left in peace: its letters are put into the shared text when it ends.
 */
export function bindText(field: TextFieldElement, { text, edit, kept = null }: SharedString): TextBinding {
  /** What the field showed when it and the shared text last agreed. */
  let base = text.get() ?? "";
  let isComposing = false;
  let isKept = kept !== null;
  field.value = kept ? mergedText(kept.base, kept.text, base) : base;

  const show = () => {
    const shared = text.get();
    if (shared === null || isComposing) return;
    const next = isKept ? mergedText(base, field.value, shared) : shared;
    base = shared;
    const change = spliceBetween(field.value, next);
    if (!change) return;
    const { selectionStart, selectionEnd, selectionDirection } = field;
    field.value = next;
    if (selectionStart === null || selectionEnd === null) return;
    field.setSelectionRange(
      movedBy(selectionStart, change),
      movedBy(selectionEnd, change),
      selectionDirection ?? "none",
    );
  };
  const take = () => {
    const shared = text.get();
    if (isComposing || shared === null) return;
    // Told, the shared text brings the words back, and they must not be joined with themselves.
    isKept = false;
    isKept = edit(mergedText(base, field.value, shared)) === "kept";
    // Turned down or joined with others' letters: the field shows what holds.
    show();
  };
  const begin = () => {
    isComposing = true;
  };
  const end = () => {
    isComposing = false;
    take();
  };

  field.addEventListener("input", take);
  field.addEventListener("compositionstart", begin);
  field.addEventListener("compositionend", end);
  const stop = text.subscribe(show);
  return {
    retry() {
      if (isKept) take();
    },
    stop() {
      stop();
      field.removeEventListener("input", take);
      field.removeEventListener("compositionstart", begin);
      field.removeEventListener("compositionend", end);
    },
  };
}
