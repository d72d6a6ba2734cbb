import type { Note } from "@faelleskort/shared/model/note.ts";
import type { Font, SetText, TextSetter } from "./text-setter.ts";

/** A sticky note, in board units. It grows downwards with its text. */
export const stickyNote = { width: 180, height: 120, padding: 12 } as const;
const font: Font = { weight: 400, size: 17 };
const lineHeight = 22;

export interface NoteLayout {
  readonly width: number;
  readonly height: number;
  readonly text: SetText;
  readonly font: Font;
  readonly lineHeight: number;
}

export function layoutNote({ text }: Note, setter: TextSetter): NoteLayout {
  const { width, padding } = stickyNote;
  const set = setter.lines(text, font, width - 2 * padding, 24);
  const height = Math.max(stickyNote.height, set.lines.length * lineHeight + 2 * padding);
  return { width, height, text: set, font, lineHeight };
}
