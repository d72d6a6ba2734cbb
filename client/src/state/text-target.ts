import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { TextTarget } from "@faelleskort/shared/commands/change.ts";
import { mayChangeRecord } from "@faelleskort/shared/commands/permission.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";

/** The text a target names, or null when its record is gone. */
export function textOf(board: BoardSnapshot, target: TextTarget): string | null {
  switch (target.record) {
    case "actor": {
      const actor = board.actorsById.get(target.id);
      if (!actor || actor.deleted) return null;
      return target.field === "name" ? actor.name : actor.answers[target.field];
    }
    case "mark": {
      const mark = board.marksById.get(target.id);
      return mark && !mark.deleted ? mark[target.field] : null;
    }
    case "note": {
      const note = board.notesById.get(target.id);
      return note && !note.deleted ? note.text : null;
    }
    case "element": {
      const element = board.elementsById.get(target.id);
      return element && !element.deleted ? element.text : null;
    }
  }
}

/** Whether this person may change the text, where the board as a whole may be written: not in what the facilitator has locked. */
export function isOpenTo(role: Role, board: BoardSnapshot, target: RecordRef): boolean {
  switch (target.record) {
    case "actor":
    case "mark":
      return true;
    case "note":
      return mayChangeRecord(role, board.notesById.get(target.id) ?? { locked: false });
    case "element":
      return mayChangeRecord(role, board.elementsById.get(target.id) ?? { locked: false });
  }
}

/** The most letters a text may have. */
export function limitOf(target: TextTarget): number {
  switch (target.record) {
    case "actor":
      return target.field === "name" ? contentLimits.actorName : contentLimits.answer;
    case "mark":
      return target.field === "title" ? contentLimits.markTitle : contentLimits.markText;
    case "note":
      return contentLimits.note;
    case "element":
      return contentLimits.note;
  }
}

/** Names a text among all of a board. */
export const keyOfTarget = ({ record, id, field }: { record: string; id: string; field: string }): string =>
  `${record} ${id} ${field}`;
