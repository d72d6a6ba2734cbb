import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { type NoteId, noteId } from "@faelleskort/shared/model/ids.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import * as Y from "yjs";
import type { Random } from "../../kit/random.ts";

/**
 * One edit, told by what a reader of the board sees of it, so that whether it is there can be judged without trusting Yjs'
 * own bookkeeping (a state vector says nothing of deletions).
 */
export type Edit =
  | { readonly type: "add"; readonly note: NoteId }
  /** A word of its own at the beginning of a note's text; anybody's note. */
  | { readonly type: "write"; readonly note: NoteId; readonly word: string }
  /** Takes away a word that the same person wrote. */
  | { readonly type: "erase"; readonly note: NoteId; readonly word: string }
  /** Moves one's own note to the right, so that a later place is known by being larger. */
  | { readonly type: "move"; readonly note: NoteId; readonly x: number };

/** An edit and how far it has come. */
export interface Entry {
  readonly edit: Edit;
  /** Number of the frame that carried it on the present connection; null when none has. */
  frame: number | null;
  /** It had its receipt, on any connection. */
  saved: boolean;
}

/** One person's writing on a board: what it is made of is random, what it must leave behind is known. */
export class Writing {
  readonly #doc: Y.Doc;
  readonly #name: string;
  readonly #random: Random;
  readonly #ownNotes: NoteId[] = [];
  readonly #words: { readonly note: NoteId; readonly word: string }[] = [];
  #count = 0;

  constructor(name: string, doc: Y.Doc, random: Random) {
    this.#doc = doc;
    this.#name = name;
    this.#random = random;
  }

  /** Makes one edit in one transaction. */
  next(): Edit {
    const edit = this.#choose();
    this.#doc.transact(() => apply(this.#doc, edit));
    return edit;
  }

  #choose(): Edit {
    this.#count += 1;
    const chosen = this.#random.below(100);
    const own = this.#ownNotes.at(-1);
    if (own === undefined || chosen < 12) {
      const note = noteId(`${this.#name}-note-${this.#count}`);
      this.#ownNotes.push(note);
      return { type: "add", note };
    }
    if (chosen < 27) return { type: "move", note: own, x: this.#count };
    if (chosen < 40) {
      const [erased] = this.#words.splice(this.#random.below(this.#words.length + 1), 1);
      if (erased !== undefined) return { type: "erase", ...erased };
    }
    // Newest last: in anybody's newest notes, so that several write in one.
    const notes = [...recordsOf(this.#doc, "notes").keys()].slice(-12);
    const written = { note: noteId(this.#random.pick(notes)), word: `[${this.#name}.${this.#count}]` };
    this.#words.push(written);
    return { type: "write", ...written };
  }
}

function apply(doc: Y.Doc, edit: Edit): void {
  const notes = recordsOf(doc, "notes");
  switch (edit.type) {
    case "add":
      notes.set(edit.note, newNote(edit.note));
      return;
    case "move":
      notes.get(edit.note)?.set("position", { x: edit.x, y: 0, z: 0 });
      return;
    case "write":
      textOf(notes.get(edit.note)).insert(0, edit.word);
      return;
    case "erase": {
      const text = textOf(notes.get(edit.note));
      const at = text.toJSON().indexOf(edit.word);
      if (at === -1) throw new Error(`${edit.word} isn't where its author left it`);
      text.delete(at, edit.word.length);
    }
  }
}

function newNote(id: NoteId): Y.Map<unknown> {
  const author = { label: "", participantId: null };
  return noteRecord({
    id,
    ...noteDefaults,
    sheet: "wall",
    text: "",
    position: { x: 0, y: 0, z: 0 },
    author,
    createdAt: 1,
    deleted: false,
  });
}

function textOf(record: Y.Map<unknown> | undefined): Y.Text {
  const text = record?.get("text");
  if (!(text instanceof Y.Text)) throw new Error("a note has no text");
  return text;
}

/**
 * What had its receipt and isn't on the board, one line each.
 * @param entries everything its author made, in order
 */
export function lostFrom(board: Y.Doc, entries: readonly Entry[]): string[] {
  const { notesById } = readBoard(board);
  const erased = new Set(entries.flatMap(({ edit }) => (edit.type === "erase" ? [edit.word] : [])));
  return entries.flatMap(({ edit, saved }) => {
    if (!saved) return [];
    const note = notesById.get(edit.note);
    const line = [`${edit.type} of ${edit.note} ${"word" in edit ? edit.word : ""}`];
    if (note === undefined) return line;
    switch (edit.type) {
      case "add":
        return [];
      case "write":
        // One that was erased later may be gone already, whether or not the erasing has its receipt.
        return note.text.includes(edit.word) || erased.has(edit.word) ? [] : line;
      case "erase":
        return note.text.includes(edit.word) ? line : [];
      case "move":
        return note.position.x >= edit.x ? [] : line;
    }
  });
}
