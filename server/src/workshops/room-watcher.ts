import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { DocumentKind } from "./ports.ts";

export interface RoomName {
  readonly workshopId: WorkshopId;
  readonly kind: DocumentKind;
}

/** One flush of a room's outbox. */
export interface TickRecord {
  readonly edits: number;
  /** People whose presence changed. */
  readonly presence: number;
  /** What went out, over all receivers. */
  readonly frames: number;
  readonly bytes: number;
  /** Connections in the room. */
  readonly receivers: number;
  readonly tookMs: number;
}

/** Looks at single rooms while they work. */
export interface RoomWatcher {
  ticked(room: RoomName, tick: TickRecord): void;
  saved(room: RoomName, tookMs: number): void;
}
