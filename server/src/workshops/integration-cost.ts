import type { DocumentState, Site } from "./document-state.ts";
import type { StructId } from "./update-reader.ts";

/** New things in one site, so far. */
interface Tally {
  count: number;
  /** Those that don't just follow the one before them. */
  loose: number;
  readonly clients: Set<number>;
}

/** A new struct that is to stand between two others (null: at an end), as its writer saw them. */
export interface Placement {
  readonly client: number;
  /** The part that is new. */
  readonly clock: number;
  readonly length: number;
  readonly origin: StructId | null;
  readonly rightOrigin: StructId | null;
  readonly site: Site;
}

const keyOf = (id: StructId | null): string => (id === null ? "" : `${id.client}:${id.clock}`);

/**
 * How many steps Yjs will take to find the places of an update's structs. Where something stands between the neighbours that its
 * writer saw, Yjs looks through all of that, for each struct anew: 20,000 letters that all claim the same place as 20,000 others
 * take it a minute. What people write stands right between its neighbours, or behind a few things written meanwhile.
 *
 * `steps` is an upper bound of that, whatever the order in which Yjs takes the clients. It follows the new structs by a map of what
 * stands behind what; where that is not known it counts all that could be there.
 */
export class IntegrationCost {
  readonly #state: DocumentState;
  readonly #isNew: (id: StructId) => boolean;
  readonly #most: number;
  readonly #tallies = new Map<unknown, Map<string | null, Tally>>();
  /** By the last character of what is to the left, or by its site when that is the beginning. */
  readonly #behind = new Map<string | Tally, string>();
  readonly #hasFollower = new Set<string>();
  #steps = 0;

  /**
   * @param isNew whether an id is the update's and not yet the document's
   * @param most more than this needn't be told apart
   */
  constructor(state: DocumentState, isNew: (id: StructId) => boolean, most: number) {
    this.#state = state;
    this.#isNew = isNew;
    this.#most = most;
  }

  /** Call it once all is added. */
  get steps(): number {
    let steps = this.#steps;
    for (const tallies of this.#tallies.values()) {
      for (const { clients, count, loose } of tallies.values()) {
        // Which of several clients comes first is Yjs' to choose, and with it what the others look through.
        if (clients.size > 1) steps += loose * count;
      }
    }
    return steps;
  }

  get isTooMuch(): boolean {
    return this.steps > this.#most;
  }

  /** Its neighbours, when they are new, were added before. */
  add(placement: Placement): void {
    const { client, clock, length, origin, rightOrigin, site } = placement;
    if (site.container.type === "gone") return;
    const tally = this.#tallyOf(site);
    const left = origin === null ? tally : keyOf(origin);
    const right = keyOf(rightOrigin);
    const isExact = this.#behindOf(left, origin, site) === right;
    this.#steps += isExact ? 1 : this.#lookedThrough(placement, tally);

    const follows = origin?.client === client && origin.clock === clock - 1 && this.#isNew(origin);
    if (!follows || this.#hasFollower.has(keyOf(origin))) tally.loose += 1;
    tally.count += 1;
    tally.clients.add(client);
    this.#hasFollower.add(keyOf(origin));
    this.#behind.set(left, isExact ? keyOf({ client, clock }) : unknown);
    this.#behind.set(keyOf({ client, clock: clock + length - 1 }), isExact ? right : unknown);
  }

  #behindOf(left: string | Tally, origin: StructId | null, site: Site): string {
    const followed = this.#behind.get(left);
    if (followed !== undefined) return followed;
    // Within a new run of text.
    if (origin !== null && this.#isNew(origin)) return keyOf({ ...origin, clock: origin.clock + 1 });
    const after = this.#state.after(origin, site);
    return after === undefined ? unknown : keyOf(after);
  }

  #lookedThrough({ origin, rightOrigin, site }: Placement, tally: Tally): number {
    if (origin !== null && this.#isNew(origin)) {
      // Yjs stops at the first one that doesn't build on the same neighbour, and only this update can build on it.
      return this.#hasFollower.has(keyOf(origin)) ? 1 + tally.count : 1;
    }
    const until = rightOrigin === null || this.#isNew(rightOrigin) ? null : rightOrigin;
    const most = Math.max(0, this.#most - this.#steps) + 1;
    return 1 + tally.count + this.#state.countBetween(origin, until, site, most);
  }

  #tallyOf({ container, key }: Site): Tally {
    const tallies = this.#tallies.get(container.node) ?? new Map<string | null, Tally>();
    this.#tallies.set(container.node, tallies);
    const tally = tallies.get(key) ?? { count: 0, loose: 0, clients: new Set() };
    tallies.set(key, tally);
    return tally;
  }
}

const unknown = "?";
