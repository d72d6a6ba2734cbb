import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { type Stage, StageSchema } from "@faelleskort/shared/model/stage.ts";
import { type Me, MeSchema } from "@faelleskort/shared/protocol/http.ts";
import * as v from "valibot";

/** The part of `localStorage` that is used; tests bring a map. */
export type SmallStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * Small things a device remembers about the workshops it takes part in, so that a page opened without a connection knows
 * whose work it holds. Never a secret: the session itself is in a cookie no script can read.
 */
export interface Remembered {
  me(workshop: WorkshopId): Me | null;
  setMe(me: Me): void;
  stage(workshop: WorkshopId): Stage | null;
  setStage(workshop: WorkshopId, stage: Stage): void;
  /** How many reveals this device's drafts have been through. */
  reveals(me: Me): number | null;
  setReveals(me: Me, reveals: number): void;
  forget(workshop: WorkshopId): void;
}

export function createRemembered(storage: SmallStorage): Remembered {
  const meKey = (workshop: WorkshopId) => `faelleskort.me.${workshop}`;
  const stageKey = (workshop: WorkshopId) => `faelleskort.stage.${workshop}`;
  const revealsKey = ({ workshopId, participantId }: Me) =>
    `faelleskort.reveals.${workshopId}.${participantId}`;

  function read<T>(key: string, schema: v.GenericSchema<unknown, T>): T | null {
    try {
      const text = storage.getItem(key);
      if (text === null) return null;
      const parsed = v.safeParse(schema, JSON.parse(text));
      return parsed.success ? parsed.output : null;
    } catch {
      // Storage barred, or something else wrote there: as if nothing were remembered.
      return null;
    }
  }
  function write(key: string, value: unknown): void {
    try {
      storage.setItem(key, JSON.stringify(value));
    } catch {
      // Full or barred: the page works without; it only can't be opened offline.
    }
  }

  return {
    me: (workshop) => read(meKey(workshop), MeSchema),
    setMe: (me) => write(meKey(me.workshopId), me),
    stage: (workshop) => read(stageKey(workshop), StageSchema),
    setStage: (workshop, stage) => write(stageKey(workshop), stage),
    reveals: (me) => read(revealsKey(me), v.number()),
    setReveals: (me, reveals) => write(revealsKey(me), reveals),
    forget(workshop) {
      try {
        storage.removeItem(meKey(workshop));
        storage.removeItem(stageKey(workshop));
      } catch {
        // Barred: nothing was kept either.
      }
    },
  };
}
