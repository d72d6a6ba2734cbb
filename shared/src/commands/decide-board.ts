import type { Author } from "../model/author.ts";
import type { BoardSnapshot } from "../model/board.ts";
import { contentLimits } from "../model/limits.ts";
import { noteDefaults } from "../model/note.ts";
import { err, ok } from "../model/result.ts";
import type { Role } from "../model/roles.ts";
import type { BoardCommand, BoardRejection } from "./board-command.ts";
import type { BoardDecision } from "./board-decision.ts";
import type { Change } from "./change.ts";
import { setDeleted } from "./deleting.ts";
import { decideFree, topLayer } from "./decide-free.ts";
import { editText } from "./editing.ts";
import { permitted } from "./locking.ts";
import { mergeActors, splitActor } from "./merging.ts";
import { mayLock } from "./permission.ts";
import { placeActors, placeInField, unplaceActors } from "./placing.ts";

/** Who acts, and when (ms since 1970). */
export interface CommandContext {
  readonly author: Author;
  readonly now: number;
  /** Decides about what is locked; a participant, when left out. */
  readonly role?: Role;
}

/**
 * Decides what a board command changes. Pure: the same snapshot, command and context always give the same changes.
 * An empty list means there was nothing left to do.
 */
export function decideBoard(
  snapshot: BoardSnapshot,
  command: BoardCommand,
  context: CommandContext,
): BoardDecision {
  const { role = "participant" } = context;
  if (command.type === "free.lock" && !mayLock(role)) return err("facilitator-only");
  const decision = decideUnlocked(snapshot, command, context);
  if (!decision.ok) return decision;
  const changes = permitted(snapshot, decision.value, role);
  return changes.length === 0 && decision.value.length > 0 ? err("record-locked") : ok(changes);
}

/** What it would change if nothing were locked. */
function decideUnlocked(
  snapshot: BoardSnapshot,
  command: BoardCommand,
  context: CommandContext,
): BoardDecision {
  switch (command.type) {
    case "actor.write": {
      const name = command.name.trim();
      const { answers = { activities: "", partners: "", contribution: "" } } = command;
      const problem =
        newText(name, contentLimits.actorName) ??
        Object.values(answers)
          .map((answer) => newText(answer, contentLimits.answer, "may-be-empty"))
          .find((found) => found !== undefined) ??
        newRecord(snapshot, snapshot.actorsById.has(command.id));
      if (problem) return err(problem);
      return ok([
        {
          kind: "create-actor",
          actor: {
            id: command.id,
            name,
            answers,
            category: command.category,
            author: context.author,
            createdAt: context.now,
            onWhoCard: command.onWhoCard ?? false,
            wall: command.wall,
            placement: null,
            mergedInto: null,
            deleted: false,
          },
        },
      ]);
    }
    case "actor.set-category":
      return patchActor(snapshot, command.id, { category: command.category });
    case "actor.stick":
      return patchActor(snapshot, command.id, { onWhoCard: command.onWhoCard });
    case "actor.move":
      return ok(
        command.moves
          .filter(({ id }) => isAlive(snapshot.actorsById.get(id)))
          .map(({ id, to }) => ({ kind: "patch-actor", id, patch: { wall: to } })),
      );
    case "actor.place":
      return placeActors(snapshot, command.moves);
    case "actor.place-in-field":
      return placeInField(snapshot, command.id, command.field);
    case "actor.unplace":
      return unplaceActors(snapshot, command.ids);
    case "actor.merge":
      return mergeActors(snapshot, command.ids, command.into);
    case "actor.split":
      return splitActor(snapshot, command.id);
    case "mark.add": {
      const title = command.title.trim();
      const problem =
        newText(title, contentLimits.markTitle, "may-be-empty") ??
        newText(command.text, contentLimits.markText, "may-be-empty") ??
        newRecord(snapshot, snapshot.marksById.has(command.id));
      if (problem) return err(problem);
      const { id, kind, text, position } = command;
      const mark = {
        id,
        kind,
        title,
        text,
        position,
        author: context.author,
        createdAt: context.now,
        deleted: false,
      };
      return ok([{ kind: "create-mark", mark }]);
    }
    case "mark.move":
      return ok(
        command.moves
          .filter(({ id }) => isAlive(snapshot.marksById.get(id)))
          .map(({ id, to }) => ({ kind: "patch-mark", id, patch: { position: to } })),
      );
    case "mark.set-kind":
      if (!isAlive(snapshot.marksById.get(command.id))) return err("gone");
      return ok([{ kind: "patch-mark", id: command.id, patch: { kind: command.kind } }]);
    case "note.add": {
      const problem =
        newText(command.text, contentLimits.note, "may-be-empty") ??
        newRecord(snapshot, snapshot.notesById.has(command.id));
      if (problem) return err(problem);
      const { id, sheet, text, position, colour = noteDefaults.colour, group, frame } = command;
      const note = {
        id,
        sheet,
        text,
        position,
        ...noteDefaults,
        colour,
        group: group ?? null,
        frame: frame ?? null,
        layer: topLayer(snapshot, sheet),
        author: context.author,
        createdAt: context.now,
        deleted: false,
      };
      return ok([{ kind: "create-note", note }]);
    }
    case "note.move":
      return ok(
        command.moves
          .filter(({ id }) => isAlive(snapshot.notesById.get(id)))
          .map(({ id, to }) => ({ kind: "patch-note", id, patch: { position: to } })),
      );
    case "element.add":
    case "element.change":
    case "free.move":
    case "free.arrange":
    case "free.group":
    case "free.lock":
    case "free.recolour":
      return decideFree(snapshot, command, { author: context.author, createdAt: context.now });
    case "text.edit":
      return editText(snapshot, command.target, command.text);
    case "records.delete":
      return setDeleted(snapshot, command.records, true);
    case "records.restore":
      return setDeleted(snapshot, command.records, false);
  }
}

const isAlive = (record: { deleted: boolean } | undefined): boolean =>
  record !== undefined && !record.deleted;

function newText(text: string, limit: number, empty: "may-be-empty" | "must-be-filled" = "must-be-filled") {
  if (text.length > limit) return "too-long" as const;
  return text === "" && empty === "must-be-filled" ? ("empty" as const) : undefined;
}

function newRecord(snapshot: BoardSnapshot, taken: boolean): BoardRejection | undefined {
  if (taken) return "id-taken";
  const count = snapshot.actorsById.size + snapshot.marksById.size + snapshot.notesById.size;
  return count >= contentLimits.records ? "board-full" : undefined;
}

function patchActor(
  snapshot: BoardSnapshot,
  id: Extract<Change, { kind: "patch-actor" }>["id"],
  patch: Extract<Change, { kind: "patch-actor" }>["patch"],
): BoardDecision {
  return isAlive(snapshot.actorsById.get(id)) ? ok([{ kind: "patch-actor", id, patch }]) : err("gone");
}
