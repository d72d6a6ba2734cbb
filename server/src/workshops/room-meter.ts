import type { Counters } from "./counters.ts";
import type { RoomName } from "./room-watcher.ts";

/** Measures one room. A record of a tick is made only while somebody watches. */
export class RoomMeter {
  readonly #room: RoomName;
  readonly #counters: Counters;
  #startedAt = 0;
  #framesBefore = 0;
  #bytesBefore = 0;

  constructor(room: RoomName, counters: Counters) {
    this.#room = room;
    this.#counters = counters;
  }

  tickBegins(): void {
    if (this.#counters.watcher === null) return;
    this.#startedAt = performance.now();
    this.#framesBefore = this.#counters.framesOut;
    this.#bytesBefore = this.#counters.bytesOut;
  }

  /** After `tickBegins`, in the same turn. */
  tickEnds(edits: number, presence: number, receivers: number): void {
    const { editsPerTick, presencePerTick, watcher, framesOut, bytesOut } = this.#counters;
    if (edits > 0) editsPerTick.observe(edits);
    if (presence > 0) presencePerTick.observe(presence);
    if (watcher === null || edits + presence === 0) return;
    watcher.ticked(this.#room, {
      edits,
      presence,
      frames: framesOut - this.#framesBefore,
      bytes: bytesOut - this.#bytesBefore,
      receivers,
      tookMs: performance.now() - this.#startedAt,
    });
  }

  /** Runs one append, and counts how long it took when it succeeds. */
  async appending(append: () => Promise<number>): Promise<number> {
    const { storeQueue, saved, watcher } = this.#counters;
    const started = performance.now();
    const id = storeQueue.begin(started);
    try {
      const seq = await append();
      const tookMs = performance.now() - started;
      saved.observe(tookMs);
      watcher?.saved(this.#room, tookMs);
      return seq;
    } finally {
      storeQueue.end(id);
    }
  }
}
