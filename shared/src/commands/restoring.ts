import { actorTextFields } from "../model/actor.ts";
import type { BoardSnapshot } from "../model/board.ts";
import { markTextFields } from "../model/mark.ts";
import type { Change, TextTarget } from "./change.ts";
import { spliceBetween } from "./text-diff.ts";

type Values = Readonly<Record<string, unknown>>;
interface Text {
  readonly target: TextTarget;
  readonly text: string;
}

/** How one kind of record is made, changed and written in. What isn't its id or a text is a value, also what is added one day. */
interface Kind<Id extends string, T> {
  records(board: BoardSnapshot): ReadonlyMap<Id, T>;
  create(record: T): Change;
  patch(id: Id, values: Values): Change;
  texts(record: T): readonly Text[];
  values(record: T): Values;
}
type AnyRecord = { readonly id: string; readonly deleted: boolean };

const kind = <Id extends string, T extends AnyRecord & { readonly id: Id }>(
  of: Kind<Id, T>,
): ((now: BoardSnapshot, then: BoardSnapshot) => Change[]) => {
  return (now, then) => [...broughtBack(of, now, then), ...putAway(of, now, then)];
};

/** The changes of each part of a board; a new part has to be named here. */
const kinds: Readonly<Record<keyof BoardSnapshot, (now: BoardSnapshot, then: BoardSnapshot) => Change[]>> = {
  actorsById: kind({
    records: ({ actorsById }) => actorsById,
    create: (actor) => ({ kind: "create-actor", actor }),
    patch: (id, patch) => ({ kind: "patch-actor", id, patch }),
    texts: ({ id, name, answers }) =>
      actorTextFields.map((field) => ({
        target: { record: "actor", id, field },
        text: field === "name" ? name : answers[field],
      })),
    values: ({ id: _id, name: _name, answers: _answers, ...values }) => values,
  }),
  marksById: kind({
    records: ({ marksById }) => marksById,
    create: (mark) => ({ kind: "create-mark", mark }),
    patch: (id, patch) => ({ kind: "patch-mark", id, patch }),
    texts: (mark) =>
      markTextFields.map((field) => ({ target: { record: "mark", id: mark.id, field }, text: mark[field] })),
    values: ({ id: _id, title: _title, text: _text, ...values }) => values,
  }),
  notesById: kind({
    records: ({ notesById }) => notesById,
    create: (note) => ({ kind: "create-note", note }),
    patch: (id, patch) => ({ kind: "patch-note", id, patch }),
    texts: ({ id, text }) => [{ target: { record: "note", id, field: "text" }, text }],
    values: ({ id: _id, text: _text, ...values }) => values,
  }),
  elementsById: kind({
    records: ({ elementsById }) => elementsById,
    create: (element) => ({ kind: "create-element", element }),
    patch: (id, patch) => ({ kind: "patch-element", id, patch }),
    texts: ({ id, text }) => [{ target: { record: "element", id, field: "text" }, text }],
    values: ({ id: _id, text: _text, ...values }) => values,
  }),
};

/**
 * The changes that make a board look as it did then. Pure. Nothing is removed: what has come since is marked as deleted, what was deleted
 * lives again, values are set where they differ, and texts get the one difference, so that who is typing meanwhile keeps their letters.
 * Texts of what was deleted then stay as they are: nobody sees them, and whoever brings it back gets the newest.
 */
export function restoringChanges(now: BoardSnapshot, then: BoardSnapshot): Change[] {
  return Object.values(kinds).flatMap((changes) => changes(now, then));
}

function* broughtBack<Id extends string, T extends AnyRecord & { readonly id: Id }>(
  of: Kind<Id, T>,
  now: BoardSnapshot,
  then: BoardSnapshot,
): Generator<Change> {
  const current = of.records(now);
  for (const [id, old] of of.records(then)) {
    const record = current.get(id);
    if (record === undefined) {
      yield of.create(old);
      continue;
    }
    const values = differing(of.values(record), of.values(old));
    if (values !== null) yield of.patch(id, values);
    if (old.deleted) continue;
    const before = of.texts(record);
    for (const [index, { target, text }] of of.texts(old).entries()) {
      const splice = spliceBetween(before[index]?.text ?? "", text);
      if (splice) yield { kind: "splice-text", target, ...splice };
    }
  }
}

function* putAway<Id extends string, T extends AnyRecord & { readonly id: Id }>(
  of: Kind<Id, T>,
  now: BoardSnapshot,
  then: BoardSnapshot,
): Generator<Change> {
  const old = of.records(then);
  for (const [id, { deleted }] of of.records(now)) {
    if (!old.has(id) && !deleted) yield of.patch(id, { deleted: true });
  }
}

/** The old values that are other ones now; null when none is. A key nobody had then is emptied. */
function differing(now: Values, then: Values): Values | null {
  const keys = new Set([...Object.keys(then), ...Object.keys(now)]);
  const changed = [...keys].filter((key) => !isSame(now[key] ?? null, then[key] ?? null));
  return changed.length > 0 ? Object.fromEntries(changed.map((key) => [key, then[key] ?? null])) : null;
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
