import { createHistory, type History } from "@faelleskort/client/state/history.ts";
import type { Change, TextTarget } from "@faelleskort/shared/commands/change.ts";
import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { createBoardReader } from "@faelleskort/shared/doc/read-board.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { randomCommand } from "../kit/random-command.ts";
import { type Random, seededRandom, seedsToRun } from "../kit/random.ts";

/** Each person types a letter of their own, so that one sees whose is gone. */
const letters = ["¹", "²", "³", "⁴"] as const;

/** A person with a device, a history, and a memory of who set what last, as far as has come to them. */
class Person {
  readonly doc = new Y.Doc();
  readonly letter: string;
  readonly history: History;
  readonly #reader = createBoardReader(this.doc);
  /** "record id key" → whether this person set it last. */
  readonly #own = new Map<string, boolean>();
  /** What stood where each time this person made, deleted or brought back a record. */
  readonly #valuesByRecord = new Map<string, Map<string, string>[]>();

  constructor(letter: string) {
    this.letter = letter;
    this.history = createHistory({
      board: this.doc,
      snapshot: () => this.snapshot(),
      role: "participant",
      // No run of typing joins another, whatever the clock says.
      captureMs: 0,
    });
  }

  snapshot(): BoardSnapshot {
    return this.#reader.get();
  }

  /** What happens meanwhile is from then on this person's, or somebody else's. */
  during(whose: "own" | "others", happen: () => void): void {
    const before = this.snapshot();
    happen();
    const after = this.snapshot();
    for (const place of changedPlaces(before, after)) {
      this.#own.set(place, whose === "own");
      const [record, id, key] = place.split(" ");
      if (whose !== "own" || key !== "deleted") continue;
      const known = this.#valuesByRecord.get(`${record} ${id}`) ?? [];
      this.#valuesByRecord.set(`${record} ${id}`, [...known, valuesOf(after)]);
    }
  }

  isOwn(place: string): boolean {
    return this.#own.get(place) ?? false;
  }

  /**
   * Whether others' work stands on a record, its place aside, that never stood there when this person made, deleted or brought it
   * back: what others wrote and took back themselves is none.
   */
  isWorkedOn(record: string): boolean {
    const now = valuesOf(this.snapshot());
    const others = [...this.#own].flatMap(([place, isOwn]) =>
      !isOwn && place.startsWith(`${record} `) && !passing.test(place) ? [place] : [],
    );
    // One's own letters come and go without making it others' work.
    const withoutOwn = (value: string | undefined) => value?.replaceAll(this.letter, "");
    const known = this.#valuesByRecord.get(record) ?? [];
    return (
      others.length > 0 &&
      known.every((then) =>
        others.some((place) => withoutOwn(then.get(place)) !== withoutOwn(now.get(place))),
      )
    );
  }
}

/** Where a thing lies is nobody's work. */
const passing = / (?:wall|position|layer|group|frame|locked|deleted)$/;

/** Every value of every record, text included: "record id key" → JSON. */
function valuesOf({ actorsById, marksById, notesById }: BoardSnapshot): Map<string, string> {
  const values = new Map<string, string>();
  for (const [record, records] of [
    ["actor", actorsById],
    ["mark", marksById],
    ["note", notesById],
  ] as const) {
    for (const [id, one] of records) {
      for (const [key, value] of Object.entries(one))
        values.set(`${record} ${id} ${key}`, JSON.stringify(value));
    }
  }
  return values;
}

function changedPlaces(before: BoardSnapshot, after: BoardSnapshot): string[] {
  const was = valuesOf(before);
  return [...valuesOf(after)].flatMap(([place, value]) => (was.get(place) === value ? [] : [place]));
}

const texts = new Set(["name", "answers", "title", "text"]);

/** Types one letter somewhere in a card's name. */
function typing(snapshot: BoardSnapshot, random: Random, letter: string): Change | null {
  const alive = [...snapshot.actorsById.values()].filter(({ deleted }) => !deleted);
  if (alive.length === 0) return null;
  const { id, name } = random.pick(alive);
  const target: TextTarget = { record: "actor", id, field: "name" };
  return { kind: "splice-text", target, index: random.below(name.length + 1), remove: 0, insert: letter };
}

/** How often each of the others' letters stands on the board. */
function foreignLetters(snapshot: BoardSnapshot, own: string): string {
  const all = [...snapshot.actorsById.values()].map(({ name }) => name).join("");
  return letters.map((letter) => (letter === own ? "" : all.split(letter).length)).join();
}

const living = ({ actorsById, marksById, notesById }: BoardSnapshot) =>
  [actorsById, marksById, notesById].map((records) =>
    [...records.values()].filter(({ deleted }) => !deleted),
  );

function act(person: Person, random: Random, turn: number): void {
  const before = person.snapshot();
  const letter = random.chance(0.35) ? typing(before, random, person.letter) : null;
  if (letter) return person.during("own", () => person.history.write(before, [letter]));
  const command = randomCommand(before, random);
  // Letters are counted: nobody may remove any by typing.
  if (command.type === "text.edit") return;
  const author = { label: person.letter, participantId: null };
  const decision = decideBoard(before, command, { author, now: turn });
  if (decision.ok) person.during("own", () => person.history.write(before, decision.value));
}

/** Takes back or puts back one step, and looks at whose work it touched. */
function goThroughTime(person: Person, way: "undo" | "redo"): boolean {
  const before = person.snapshot();
  let acted = false;
  const workedOn = new Set(
    changedPlaces({ ...before, actorsById: new Map(), marksById: new Map(), notesById: new Map() }, before)
      .map((place) => place.split(" ").slice(0, 2).join(" "))
      .filter((record) => person.isWorkedOn(record)),
  );
  const owned = new Set([...valuesOf(before).keys()].filter((place) => person.isOwn(place)));
  person.during("own", () => {
    acted = person.history[way]();
  });
  const after = person.snapshot();
  expect(foreignLetters(after, person.letter)).toBe(foreignLetters(before, person.letter));
  for (const place of changedPlaces(before, after)) {
    const [record = "", id = "", key = ""] = place.split(" ");
    if (texts.has(key)) continue;
    expect(owned.has(place), `${way} changed ${place}, which somebody else set last`).toBe(true);
    if (key === "deleted" && valuesOf(after).get(place) === "true") {
      expect(workedOn.has(`${record} ${id}`), `${way} deleted ${place}, which others have worked on`).toBe(
        false,
      );
    }
  }
  return acted;
}

function hear(listener: Person, speaker: Person): void {
  const news = Y.encodeStateAsUpdate(speaker.doc, Y.encodeStateVector(listener.doc));
  listener.during("others", () => Y.applyUpdate(listener.doc, news, "remote"));
}

describe("several people who take back and put back", () => {
  it.each(seedsToRun(60, [2_004_963_567]))(
    "DOC-4 touch only what they set last, lose nothing of each other's, and come to the same board (seed %i)",
    (seed) => {
      const random = seededRandom(seed);
      const people = letters.slice(0, 2 + random.below(3)).map((letter) => new Person(letter));
      let taken = 0;
      for (let turn = 0; turn < 160; turn++) {
        const person = random.pick(people);
        if (random.chance(0.4)) act(person, random, turn);
        else if (random.chance(0.5)) {
          if (goThroughTime(person, random.chance(0.65) ? "undo" : "redo")) taken++;
        } else hear(person, random.pick(people));
      }
      for (const person of people) {
        // To the very first step and back again.
        while (person.history.state.get().canUndo) goThroughTime(person, "undo");
        while (person.history.state.get().canRedo) goThroughTime(person, "redo");
      }
      expect(taken).toBeGreaterThan(5);
      for (let round = 0; round < 2; round++) {
        for (const listener of people) for (const speaker of people) hear(listener, speaker);
      }
      const [first, ...others] = people.map((person) => person.snapshot());
      for (const other of others) expect(other).toEqual(first);
      for (const person of people) person.history.close();
    },
  );

  it.each(seedsToRun(40))(
    "DOC-4 get back by redo what undo took, as long as nobody else came between (seed %i)",
    (seed) => {
      const random = seededRandom(seed);
      const [one, other] = [new Person("¹"), new Person("²")];
      let compared = 0;
      for (let turn = 0; turn < 120; turn++) {
        act(one, random, turn);
        if (random.chance(0.5)) act(other, random, turn);
        if (random.chance(0.5)) hear(one, other);
        if (random.chance(0.5)) hear(other, one);
        if (!random.chance(0.4)) continue;
        const before = living(one.snapshot());
        const steps = 1 + random.below(4);
        let done = 0;
        while (done < steps && one.history.undo()) done++;
        for (let step = 0; step < done; step++) expect(one.history.redo()).toBe(true);
        expect(living(one.snapshot())).toEqual(before);
        compared += done;
      }
      expect(compared).toBeGreaterThan(20);
      one.history.close();
      other.history.close();
    },
  );
});
