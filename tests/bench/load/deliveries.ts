import type { Histogram } from "../statistics/histogram.ts";

/** How many sends of one sender are remembered with their time; a receiver that is further behind isn't timed, but counted. */
const remembered = 1 << 15;

/** What all rooms of a run add up to. */
export interface Tally {
  /** Deliveries so far. */
  delivered: number;
  /** Latencies of what was sent in the measured time, in ms. */
  readonly latency: Histogram;
}

/**
 * Counts what reaches whom in one room, for one kind of thing (edits, or presence). The same for every server:
 *
 * - Each sender numbers what it sends from 1. One thing sent to a room of n people is n − 1 deliveries; what a server sends back to
 *   its sender is none.
 * - A receiver has got number k of a sender as soon as it has got k or a later one: whoever holds the newer position, or the newer
 *   state of a person, misses nothing of the older. So servers that merge and servers that pass on each message count alike.
 * - The latency of a delivery is the time from its own sending until then.
 */
export class Deliveries {
  readonly #tally: Tally;
  readonly #receivers: number;
  readonly #senders: number;
  /** receiver × sender → the highest number it has. */
  readonly #got: Int32Array;
  readonly #sent: Int32Array;
  readonly #sentAt: Float64Array[];
  #from: Int32Array;
  #until: Int32Array | null = null;
  #isMeasuring = false;

  /** Receivers and senders are numbered alike; senders are the first of them. */
  constructor(tally: Tally, receivers: number, senders: number) {
    this.#tally = tally;
    this.#receivers = receivers;
    this.#senders = senders;
    this.#got = new Int32Array(receivers * senders);
    this.#sent = new Int32Array(senders);
    this.#sentAt = Array.from({ length: senders }, () => new Float64Array(remembered));
    this.#from = new Int32Array(senders);
  }

  /** @returns the number of what this sender is about to send */
  send(sender: number, at: number): number {
    const number = (this.#sent[sender] ?? 0) + 1;
    this.#sent[sender] = number;
    const times = this.#sentAt[sender];
    if (times !== undefined) times[number % remembered] = at;
    return number;
  }

  receive(receiver: number, sender: number, number: number, at: number): void {
    if (receiver === sender || sender >= this.#senders) return;
    const cell = receiver * this.#senders + sender;
    const had = this.#got[cell] ?? 0;
    if (number <= had) return;
    this.#got[cell] = number;
    this.#tally.delivered += number - had;
    if (this.#isMeasuring) this.#time(sender, had, number, at);
  }

  /** From now on latencies are kept of what is sent. */
  begin(): void {
    this.#from = this.#sent.slice();
    this.#until = null;
    this.#isMeasuring = true;
  }

  /** What is sent from now on isn't measured; what was, may still arrive. */
  end(): void {
    this.#until = this.#sent.slice();
  }

  /** Of what was sent while measuring: how many deliveries it makes, and how many of them haven't been made. */
  outcome(): { expected: number; missing: number } {
    const until = this.#until ?? this.#sent;
    let expected = 0;
    let missing = 0;
    for (let receiver = 0; receiver < this.#receivers; receiver += 1) {
      for (let sender = 0; sender < this.#senders; sender += 1) {
        if (sender === receiver) continue;
        const first = this.#from[sender] ?? 0;
        const last = until[sender] ?? 0;
        expected += last - first;
        missing += Math.max(0, last - Math.max(first, this.#got[receiver * this.#senders + sender] ?? 0));
      }
    }
    return { expected, missing };
  }

  /** Whether this receiver has all that was sent up to now. */
  progress(): Int32Array {
    return this.#sent.slice();
  }

  /** Whether `receiver` has everything that had been sent when `progress` was taken. */
  has(receiver: number, progress: Int32Array): boolean {
    return progress.every(
      (number, sender) =>
        sender === receiver || (this.#got[receiver * this.#senders + sender] ?? 0) >= number,
    );
  }

  #time(sender: number, had: number, number: number, at: number): void {
    const times = this.#sentAt[sender];
    if (times === undefined) return;
    const first = Math.max(had, this.#from[sender] ?? 0, number - remembered);
    const last = Math.min(number, this.#until?.[sender] ?? number);
    for (let each = first + 1; each <= last; each += 1) {
      this.#tally.latency.record(at - (times[each % remembered] ?? at));
    }
  }
}
