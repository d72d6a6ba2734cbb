import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";

/** Where a command goes: some of it may concern cards that are still private drafts. */
export interface Routed {
  readonly board: BoardCommand | null;
  readonly drafts: BoardCommand | null;
}

export interface RoutingContext {
  readonly isDraft: (id: ActorId) => boolean;
  /** Whether cards written now stay on the device. */
  readonly isPrivate: boolean;
}

/**
 * Splits a command between the board and the drafts; null when it asks of a draft what only a card on the board can do
 * (merge, prioritise). Pure.
 */
export function routeCommand(command: BoardCommand, { isDraft, isPrivate }: RoutingContext): Routed | null {
  const toBoard: Routed = { board: command, drafts: null };
  const toDrafts: Routed = { board: null, drafts: command };
  switch (command.type) {
    case "actor.write":
      return isPrivate ? toDrafts : toBoard;
    case "actor.set-category":
      return isDraft(command.id) ? toDrafts : toBoard;
    case "text.edit":
      return command.target.record === "actor" && isDraft(command.target.id) ? toDrafts : toBoard;
    case "actor.move": {
      const [mine, others] = split(command.moves, ({ id }) => isDraft(id));
      return {
        board: others.length > 0 || mine.length === 0 ? { ...command, moves: others } : null,
        drafts: mine.length > 0 ? { ...command, moves: mine } : null,
      };
    }
    case "records.delete":
    case "records.restore": {
      const [mine, others] = split(command.records, (ref) => ref.record === "actor" && isDraft(ref.id));
      return {
        board: others.length > 0 || mine.length === 0 ? { ...command, records: others } : null,
        drafts: mine.length > 0 ? { ...command, records: mine } : null,
      };
    }
    case "actor.stick":
    case "actor.place-in-field":
    case "actor.split":
      return isDraft(command.id) ? null : toBoard;
    case "actor.place":
      return command.moves.some(({ id }) => isDraft(id)) ? null : toBoard;
    case "actor.unplace":
      return command.ids.some(isDraft) ? null : toBoard;
    case "actor.merge":
      return [...command.ids, command.into].some(isDraft) ? null : toBoard;
    case "mark.add":
    case "mark.move":
    case "mark.set-kind":
    case "note.add":
    case "note.move":
    case "element.add":
    case "element.change":
    case "free.move":
    case "free.arrange":
    case "free.group":
    case "free.lock":
    case "free.recolour":
      return toBoard;
  }
}

function split<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  const first: T[] = [];
  const second: T[] = [];
  for (const item of items) (isFirst(item) ? first : second).push(item);
  return [first, second];
}
