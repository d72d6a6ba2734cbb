import type { Subject } from "../subjects/subject.ts";
import { Histogram } from "../statistics/histogram.ts";
import { Deliveries, type Tally } from "./deliveries.ts";
import type { Beat } from "./pacer.ts";
import { Person } from "./person.ts";

/** What a run adds up to over all its rooms. */
export interface Sums {
  readonly edits: Tally;
  readonly presence: Tally;
  /** ms from an edit to its receipt, while `isTiming`. */
  readonly receipts: Histogram;
  isTiming: boolean;
  refused: number;
  /** Sockets that the server closed. */
  closed: number;
}

export function newSums(): Sums {
  return {
    edits: { delivered: 0, latency: new Histogram() },
    presence: { delivered: 0, latency: new Histogram() },
    receipts: new Histogram(),
    isTiming: false,
    refused: 0,
    closed: 0,
  };
}

export interface RoomPlan {
  readonly writers: number;
  readonly listeners: number;
}

/** Client ids of one room: far from each other, so that no two rooms share one. */
const idsPerRoom = 5_000;
let rooms = 0;
/** Other ids in each run, as ids are. */
const firstClient = 1_000_000 + Math.floor(Math.random() * 1_000_000_000);

/** One room full of people, and what they get of each other. */
export class Room {
  readonly people: readonly Person[];
  readonly writers: readonly Person[];
  readonly edits: Deliveries;
  readonly presence: Deliveries;

  private constructor(people: readonly Person[], writers: number, edits: Deliveries, presence: Deliveries) {
    this.people = people;
    this.writers = people.slice(0, writers);
    this.edits = edits;
    this.presence = presence;
  }

  /** Makes the room and seats, but opens no socket yet. */
  static async prepare(subject: Subject, plan: RoomPlan, sums: Sums): Promise<Room> {
    const seats = await subject.openRoom(plan.writers, plan.listeners);
    const base = firstClient + rooms * idsPerRoom;
    rooms += 1;
    const edits = new Deliveries(sums.edits, seats.length, plan.writers);
    const presence = new Deliveries(sums.presence, seats.length, plan.writers);
    const people = seats.map(
      (seat, index) =>
        new Person(seat, subject.dialect, index, base + index, {
          onMove: (receiver, sender, sequence) =>
            edits.receive(receiver, sender, sequence, performance.now()),
          onPresence: (receiver, client, clock) =>
            presence.receive(receiver, client - base, clock, performance.now()),
          onReceipt: (ms) => {
            if (sums.isTiming) sums.receipts.record(ms);
          },
          onRefused: () => {
            sums.refused += 1;
          },
          onClosed: () => {
            sums.closed += 1;
          },
        }),
    );
    return new Room(people, plan.writers, edits, presence);
  }

  /** Opens everybody's socket, `atOnce` at a time, and lets each announce themselves, as y-websocket's client does. */
  async join(port: number, atOnce: number): Promise<void> {
    const next = this.people.values();
    const usher = async (): Promise<void> => {
      for (const person of next) {
        // oxlint-disable-next-line no-await-in-loop
        await person.join(port);
        this.point(person);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, usher));
  }

  writeCards(each: number): void {
    for (const person of this.writers) person.writeCards(each);
  }

  move(person: Person, padding = 0): void {
    person.move(this.edits.send(person.index, performance.now()), padding);
  }

  point(person: Person): void {
    person.point(this.presence.send(person.index, performance.now()));
  }

  /** Everybody who writes moves a card and points, `hertz` times a second, each at their own moment. */
  beats(hertz: number, points = true): Beat[] {
    const everyMs = 1_000 / hertz;
    return this.writers.map((person, index) => ({
      everyMs,
      firstMs: (everyMs * index) / this.writers.length,
      run: () => {
        this.move(person);
        if (points) this.point(person);
      },
    }));
  }

  leave(): void {
    for (const { socket } of this.people) {
      socket.onClosed = () => {};
      socket.end();
    }
  }
}

/** Resolves after the time, without holding anything up. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
