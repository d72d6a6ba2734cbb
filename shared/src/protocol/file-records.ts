import * as v from "valibot";
import { type Actor, ActorSchema } from "../model/actor.ts";
import { type Element, ElementSchema, elementTextLimit } from "../model/element.ts";
import { contentLimits } from "../model/limits.ts";
import { type Mark, MarkSchema } from "../model/mark.ts";
import { type Note, NoteSchema } from "../model/note.ts";

/** Texts of a record in a file are held to the limits that typing is held to, with room for merged typing. */
const within = (text: string, most: number): boolean => text.length <= most * 2;

const actorFits = ({ name, answers }: Actor): boolean =>
  within(name, contentLimits.actorName) &&
  Object.values(answers).every((text) => within(text, contentLimits.answer));
const markFits = ({ title, text }: Mark): boolean =>
  within(title, contentLimits.markTitle) && within(text, contentLimits.markText);
const noteFits = ({ text }: Note): boolean => within(text, contentLimits.note);
const elementFits = ({ kind, text }: Element): boolean => within(text, elementTextLimit[kind]);

/** The records of a board as a file may hold them. */
export const fileRecords = {
  actors: v.pipe(ActorSchema, v.check(actorFits)),
  marks: v.pipe(MarkSchema, v.check(markFits)),
  notes: v.pipe(NoteSchema, v.check(noteFits)),
  elements: v.pipe(ElementSchema, v.check(elementFits)),
} as const;
