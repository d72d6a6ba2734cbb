import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { Clock, DocumentKind } from "../workshops/ports.ts";
import type { RoomName, RoomWatcher, TickRecord } from "../workshops/room-watcher.ts";

/** A tick, when it was (milliseconds since 1970) and in which room. */
export interface LoggedTick extends TickRecord {
  readonly at: number;
  readonly workshopId: WorkshopId;
  readonly document: DocumentKind;
}

/** Milliseconds, of the last savings of one room. */
export interface SavedTimes {
  readonly median: number;
  readonly slowest: number;
}

const ticksKept = 100;
const savingsKept = 100;
const roomsKept = 500;

/** Remembers the last ticks of all rooms, and how long the last savings of each took. */
export class TickLog implements RoomWatcher {
  readonly #clock: Clock;
  readonly #ticks: LoggedTick[] = [];
  readonly #savingsByRoom = new Map<string, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  ticked({ workshopId, kind }: RoomName, tick: TickRecord): void {
    this.#ticks.push({ ...tick, at: this.#clock.now(), workshopId, document: kind });
    if (this.#ticks.length > ticksKept) this.#ticks.shift();
  }

  saved(room: RoomName, tookMs: number): void {
    const key = keyOf(room);
    const savings = this.#savingsByRoom.get(key) ?? [];
    savings.push(tookMs);
    if (savings.length > savingsKept) savings.shift();
    // Put last again, so that the room that has been quiet for longest is forgotten first.
    this.#savingsByRoom.delete(key);
    this.#savingsByRoom.set(key, savings);
    const [quietest] = this.#savingsByRoom.keys();
    if (this.#savingsByRoom.size > roomsKept && quietest !== undefined) this.#savingsByRoom.delete(quietest);
  }

  /** Newest first. */
  get ticks(): readonly LoggedTick[] {
    return this.#ticks.toReversed();
  }

  /** null: nothing saved lately. */
  savedTimes(room: RoomName): SavedTimes | null {
    const sorted = this.#savingsByRoom.get(keyOf(room))?.toSorted((a, b) => a - b) ?? [];
    const median = sorted[Math.floor((sorted.length - 1) / 2)];
    const slowest = sorted.at(-1);
    return median === undefined || slowest === undefined ? null : { median, slowest };
  }
}

const keyOf = ({ workshopId, kind }: RoomName): string => `${workshopId}/${kind}`;
