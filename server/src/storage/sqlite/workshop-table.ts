import type { DatabaseSync } from "node:sqlite";
import { ProgrammeIdSchema, type WorkshopId, WorkshopIdSchema } from "@faelleskort/shared/model/ids.ts";
import { LocaleSchema, TemplateSchema } from "@faelleskort/shared/model/stage.ts";
import * as v from "valibot";
import { type NewWorkshop, StoreRefused, type WorkshopRecord } from "../../workshops/ports.ts";

const WorkshopRow = v.object({
  id: WorkshopIdSchema,
  programmeId: ProgrammeIdSchema,
  template: TemplateSchema,
  locale: LocaleSchema,
  createdAt: v.number(),
  epoch: v.number(),
});

export interface WorkshopTable {
  /** The rows of the programme and the workshop; its invites and documents have tables of their own. */
  create(workshop: NewWorkshop): void;
  read(id: WorkshopId): WorkshopRecord | null;
  /** Refuses unless there is such a workshop. */
  require(id: WorkshopId): void;
}

export function workshopTable(database: DatabaseSync): WorkshopTable {
  const selectProgramme = database.prepare("SELECT id FROM programme WHERE id = ?");
  const insertProgramme = database.prepare("INSERT INTO programme (id, created_at) VALUES (?, ?)");
  const insertWorkshop = database.prepare(`
    INSERT INTO workshop (id, programme_id, title, area, template, locale, created_at, epoch) VALUES (?, ?, ?, ?, ?, ?, ?, 1)`);
  const selectWorkshop = database.prepare(`
    SELECT id, programme_id AS programmeId, template, locale, created_at AS createdAt, epoch FROM workshop WHERE id = ?`);

  const read = (id: WorkshopId) => v.parse(v.optional(WorkshopRow), selectWorkshop.get(id)) ?? null;

  return {
    create({ id, programme, title, area, template, locale, createdAt }) {
      if (read(id) !== null) throw new StoreRefused("exists", `workshop ${id} exists already`);
      const hasProgramme = selectProgramme.get(programme.id) !== undefined;
      switch (programme.type) {
        case "new":
          if (hasProgramme) throw new StoreRefused("exists", `programme ${programme.id} exists already`);
          insertProgramme.run(programme.id, createdAt);
          break;
        case "existing":
          if (!hasProgramme) throw new StoreRefused("no-such-programme", `no programme ${programme.id}`);
      }
      insertWorkshop.run(id, programme.id, title, area, template, locale, createdAt);
    },
    read,
    require(id) {
      if (read(id) === null) throw new StoreRefused("no-such-workshop", `no workshop ${id}`);
    },
  };
}
