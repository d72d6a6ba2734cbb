import type { Change } from "@faelleskort/shared/commands/change.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { type ActorId, actorId } from "@faelleskort/shared/model/ids.ts";
import * as Y from "yjs";
import { type Random, seededRandom } from "../../kit/random.ts";

/** One update as one person's page sends it. */
export interface ScriptedUpdate {
  readonly person: number;
  readonly update: Uint8Array;
}

interface Page {
  readonly doc: Y.Doc;
  /** Made since this person's page last heard from the others. */
  own: Uint8Array[];
}

const sentence = "Lektiehjælp tirsdag og torsdag, åbent for alle fra 8. klasse og op";
/** In each minute, of each person: the chance to write a card, and how many cards they move. */
const cardChance = 0.12;
const movesPerMinute = 0.8;

/** What the people of a meeting do, minute by minute, the same for the same seed. Pages hear of each other once a minute. */
export class MeetingScript {
  readonly #pages: readonly Page[];
  readonly #random: Random;
  readonly #living: ActorId[] = [];
  #cards = 0;

  constructor(clients: readonly number[], seed: number) {
    this.#random = seededRandom(seed);
    this.#pages = clients.map((client) => {
      const doc = new Y.Doc();
      doc.clientID = client;
      const page: Page = { doc, own: [] };
      doc.on("update", (update: Uint8Array, origin: unknown) => {
        if (origin === "own") page.own.push(update);
      });
      return page;
    });
  }

  get livingCards(): number {
    return this.#living.length;
  }

  /** The next minute's updates, each person's in the order of sending. */
  minute(): ScriptedUpdate[] {
    const known = [...this.#living];
    for (const page of this.#pages) this.#act(page, known);
    const updates = this.#pages.flatMap(({ own }, person) => own.map((update) => ({ person, update })));
    const all = updates.length === 0 ? null : Y.mergeUpdates(updates.map(({ update }) => update));
    for (const page of this.#pages) {
      page.own = [];
      if (all !== null) Y.applyUpdate(page.doc, all, "others");
    }
    return updates;
  }

  #act(page: Page, known: readonly ActorId[]): void {
    const random = this.#random;
    if (random.chance(cardChance)) this.#writeCard(page);
    if (known.length === 0) return;
    if (random.chance(movesPerMinute)) {
      const wall = { x: random.fraction() * 4_000, y: random.fraction() * 3_000, z: random.below(500) };
      write(page, { kind: "patch-actor", id: random.pick(known), patch: { wall } });
    }
    if (random.chance(0.1)) {
      const placement = { x: random.fraction(), y: random.fraction() };
      write(page, { kind: "patch-actor", id: random.pick(known), patch: { placement } });
    }
    if (random.chance(0.005)) {
      const id = random.pick(known);
      write(page, { kind: "patch-actor", id, patch: { deleted: true } });
      const at = this.#living.indexOf(id);
      if (at >= 0) this.#living.splice(at, 1);
    }
  }

  #writeCard(page: Page): void {
    const random = this.#random;
    this.#cards += 1;
    const id = actorId(`card-${String(this.#cards).padStart(6, "0")}`);
    this.#living.push(id);
    write(page, {
      kind: "create-actor",
      actor: {
        id,
        name: "",
        answers: { activities: "", partners: "", contribution: "" },
        category: random.pick(["institution", "association", "enthusiast", "place", null]),
        author: { label: "Anne, Biblioteket", participantId: null },
        createdAt: 1_760_000_000_000 + this.#cards,
        onWhoCard: random.chance(0.5),
        wall: { x: random.fraction() * 4_000, y: random.fraction() * 3_000, z: 0 },
        placement: null,
        mergedInto: null,
        deleted: false,
      },
    });
    this.#type(page, id, "name", `Foreningen nummer ${this.#cards}`);
    if (random.chance(0.6)) this.#type(page, id, "activities", sentence.slice(0, 20 + random.below(45)));
  }

  /** Letter by letter; now and then a wrong one, taken back at once. */
  #type(page: Page, id: ActorId, field: "name" | "activities", text: string): void {
    const target = { record: "actor", id, field } as const;
    for (const [index, letter] of text.split("").entries()) {
      if (this.#random.chance(0.04)) {
        write(page, { kind: "splice-text", target, index, remove: 0, insert: "q" });
        write(page, { kind: "splice-text", target, index, remove: 1, insert: "" });
      }
      write(page, { kind: "splice-text", target, index, remove: 0, insert: letter });
    }
  }
}

function write({ doc }: Page, change: Change): void {
  applyChanges(doc, [change], "own");
}
