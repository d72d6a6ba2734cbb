import type { Role } from "@faelleskort/shared/model/roles.ts";
import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { LiveWorkshop } from "../workshops/live-workshop.ts";
import { type DocumentKind, documentKinds } from "../workshops/ports.ts";
import type { RoomFigures } from "../workshops/room.ts";
import type { LoggedTick, SavedTimes, TickLog } from "./tick-log.ts";

/** What the inspector's page reads. Nothing in it names a person or repeats a text. */
export interface Inspection {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly rooms: readonly InspectedRoom[];
  /** Newest first. */
  readonly ticks: readonly (Omit<LoggedTick, "workshopId"> & { readonly workshop: string })[];
}

export interface InspectedRoom extends RoomFigures {
  /** Enough of the id to tell rooms apart, too little to go there. */
  readonly workshop: string;
  readonly document: DocumentKind;
  readonly people: Readonly<Record<Role, number>>;
  /** Connections that take too little. */
  readonly behind: number;
  readonly saved: SavedTimes | null;
}

export function inspect(workshops: readonly LiveWorkshop[], log: TickLog, now: number): Inspection {
  return {
    at: now,
    rooms: workshops.flatMap((workshop) => documentKinds.map((kind) => inspectRoom(workshop, kind, log))),
    ticks: log.ticks.map(({ workshopId, ...tick }) => ({ ...tick, workshop: shortened(workshopId) })),
  };
}

function inspectRoom(workshop: LiveWorkshop, kind: DocumentKind, log: TickLog): InspectedRoom {
  const room = workshop.room(kind);
  const people: Record<Role, number> = { facilitator: 0, participant: 0, observer: 0 };
  for (const { role } of room.connections) people[role] += 1;
  const workshopId = workshop.record.id;
  return {
    ...room.figures,
    workshop: shortened(workshopId),
    document: kind,
    people,
    behind: [...room.connections].filter(({ isBehind }) => isBehind).length,
    saved: log.savedTimes({ workshopId, kind }),
  };
}

const shortened = (id: WorkshopId): string => `${id.slice(0, 6)}…`;
