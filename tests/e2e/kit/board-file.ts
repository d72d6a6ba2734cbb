import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { type WorkshopExport, WorkshopExportSchema } from "@faelleskort/shared/protocol/export.ts";
import type { APIRequestContext } from "playwright";
import * as v from "valibot";

/** The workshop as the server gives it out, with somebody's session. */
export async function readExport(
  request: APIRequestContext,
  url: string,
  id: WorkshopId,
): Promise<WorkshopExport> {
  const response = await request.get(`${url}${api.export(id, "json")}`);
  return v.parse(WorkshopExportSchema, await response.json());
}

export function snapshotOf({ board }: WorkshopExport): BoardSnapshot {
  return {
    actorsById: new Map(board.actors.map((actor) => [actor.id, actor])),
    marksById: new Map(board.marks.map((mark) => [mark.id, mark])),
    notesById: new Map(board.notes.map((note) => [note.id, note])),
    elementsById: new Map(),
  };
}
