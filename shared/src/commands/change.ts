import type { Actor, ActorTextField } from "../model/actor.ts";
import type { Element, ElementChanges } from "../model/element.ts";
import type { ActorId, ElementId, MarkId, NoteId } from "../model/ids.ts";
import type { Mark, MarkTextField } from "../model/mark.ts";
import type { Note } from "../model/note.ts";

/** A piece of text that several people can type in at once. */
export type TextTarget =
  | { readonly record: "actor"; readonly id: ActorId; readonly field: ActorTextField }
  | { readonly record: "mark"; readonly id: MarkId; readonly field: MarkTextField }
  | { readonly record: "note"; readonly id: NoteId; readonly field: "text" }
  | { readonly record: "element"; readonly id: ElementId; readonly field: "text" };

export type ActorPatch = Partial<
  Pick<Actor, "category" | "onWhoCard" | "wall" | "placement" | "mergedInto" | "deleted">
>;
export type MarkPatch = Partial<Pick<Mark, "kind" | "position" | "deleted">>;
export type NotePatch = Partial<Pick<Note, "position" | "deleted" | "colour" | FreeKey>>;
export type ElementPatch = ElementChanges & Partial<Pick<Element, "deleted" | FreeKey>>;
type FreeKey = "layer" | "group" | "frame" | "locked";

/** What a board command wants written. `doc/apply.ts` is the only one who carries it out. */
export type Change =
  | { readonly kind: "create-actor"; readonly actor: Actor }
  | { readonly kind: "create-mark"; readonly mark: Mark }
  | { readonly kind: "create-note"; readonly note: Note }
  | { readonly kind: "create-element"; readonly element: Element }
  | { readonly kind: "patch-actor"; readonly id: ActorId; readonly patch: ActorPatch }
  | { readonly kind: "patch-mark"; readonly id: MarkId; readonly patch: MarkPatch }
  | { readonly kind: "patch-note"; readonly id: NoteId; readonly patch: NotePatch }
  | { readonly kind: "patch-element"; readonly id: ElementId; readonly patch: ElementPatch }
  | {
      readonly kind: "splice-text";
      readonly target: TextTarget;
      /** Offset, and how many to remove, in UTF-16 code units. */
      readonly index: number;
      readonly remove: number;
      readonly insert: string;
    };
