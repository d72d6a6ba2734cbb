import { syncLimits } from "../policies/limits.ts";

/** `ask`: it is time for a sign of life. `dead`: none came. `stuck`: it has taken nothing for too long, or too much waits for it. */
export type LineFinding = "fine" | "ask" | "dead" | "stuck";

/** Whether the other side of a line is there and takes what it is sent. Times in milliseconds, of a clock that never goes back. */
export class LineHealth {
  #lastAsked: number;
  #awaitsAnswer = false;
  /** How much the network had taken when looked at last, and since when it has been no more though there was more. */
  #taken = 0;
  #takenAt: number;

  constructor(now: number) {
    this.#lastAsked = now;
    this.#takenAt = now;
  }

  /** Anything came from it, so it is there: what answers a ping may stand behind much else that a thin line brings. */
  heard(): void {
    this.#awaitsAnswer = false;
  }

  /**
   * To be called every few seconds; what it finds is to be acted on.
   * @param buffered bytes not yet taken by the network
   * @param taken bytes taken since the beginning
   */
  look(now: number, buffered: number, taken: number): LineFinding {
    if (buffered === 0 || taken !== this.#taken) {
      this.#taken = taken;
      this.#takenAt = now;
    }
    if (buffered > syncLimits.bufferedAtMost || now - this.#takenAt >= syncLimits.stuckAfter) return "stuck";
    if (now - this.#lastAsked < syncLimits.pingEvery) return "fine";
    if (this.#awaitsAnswer) return "dead";
    this.#awaitsAnswer = true;
    this.#lastAsked = now;
    return "ask";
  }
}
