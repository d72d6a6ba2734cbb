import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { StepId } from "@faelleskort/shared/model/stage.ts";
import { versionLimits } from "../policies/limits.ts";
import type { Registry } from "./registry.ts";
import type { Timers } from "./timers.ts";
import type { Versions } from "./versions.ts";

export interface StepVersionsParts {
  readonly versions: Pick<Versions, "keep">;
  readonly registry: Pick<Registry, "lease">;
  readonly timers: Timers;
  onTrouble(what: string, error: unknown): void;
}

/** Keeps a version of the board when a step ends. Nobody waits for it; what fails is told to the operator. */
export class StepVersions {
  readonly #parts: StepVersionsParts;
  /** How to begin what is to be kept in a moment, and how to stop waiting for that. */
  readonly #waiting = new Map<() => void, () => void>();
  readonly #running = new Set<Promise<void>>();

  constructor(parts: StepVersionsParts) {
    this.#parts = parts;
  }

  /**
   * A step is over: its board is kept, after the command that ended it has been answered.
   * @param sendsDrafts cards that were private until now are on their way, and belong to this step: they are waited for
   */
  ended(workshopId: WorkshopId, step: StepId, sendsDrafts: boolean): void {
    const start = (): void => {
      this.#waiting.delete(start);
      const running = this.#keep(workshopId, step).finally(() => this.#running.delete(running));
      this.#running.add(running);
    };
    const wait = sendsDrafts ? versionLimits.draftsWithin : 0;
    this.#waiting.set(start, this.#parts.timers.after(wait, start));
  }

  /** Keeps at once what was to be kept in a moment, and resolves when that is done: before the rooms close. */
  async settle(): Promise<void> {
    for (const [start, stop] of this.#waiting) {
      stop();
      start();
    }
    await Promise.all(this.#running);
  }

  async #keep(workshopId: WorkshopId, step: StepId): Promise<void> {
    const { versions, registry } = this.#parts;
    const lease = await registry.lease(workshopId);
    if (!lease.ok) return this.#parts.onTrouble("a version was not kept", new Error(lease.error));
    try {
      await versions.keep(lease.value.workshop, { kind: "step", name: null, step, by: "" });
    } catch (error) {
      this.#parts.onTrouble("a version was not kept", error);
    } finally {
      lease.value.release();
    }
  }
}
