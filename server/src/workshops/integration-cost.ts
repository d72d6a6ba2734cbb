import type { DocumentState, Site } from "./document-state.ts";
import type { StructId } from "./update-reader.ts";

/** New things in one site, so far. */
interface Tally {
  count: number;
  /** Those that don't just follow the one before them. */
  loose: number;
  /** Those between whose neighbours something else stands. */
  displaced: number;
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

/** Where a new struct lies, by the document's own: behind which, and before which (null: the end). */
interface Place {
  readonly clock: number;
  readonly anchor: string;
  readonly until: StructId | null;
}

const keyOf = (id: StructId | null): string => (id === null ? "" : `${id.client}:${id.clock}`);

/**
 * How many steps Yjs will take to find the places of an update's structs. Where something stands between the neighbours that its
 * writer saw, Yjs looks through all of that, for each struct anew: 20,000 letters that all claim the same place as 20,000 others
 * take it a minute. What people write stands right between its neighbours, or behind a few things written meanwhile.
 *
 * `total` is an upper bound of that, whatever the order in which Yjs takes the clients. It follows the new structs by a map of what
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
  /** By client, in the order of their clocks. */
  readonly #places = new Map<number, Place[]>();
  /** How many new ones lie behind each of the document's structs. */
  readonly #anchored = new Map<string, number>();
  /** The newest, not yet noted: most updates bring only one, and then nothing need be. */
  #newest: { readonly placement: Placement; readonly isExact: boolean } | null = null;
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

  /** Its neighbours, when they are new, were added before. */
  add(placement: Placement): void {
    if (placement.site.container.type === "gone") return;
    this.#noteNewest();
    const isExact = this.#isExact(placement);
    this.#steps += isExact ? 1 : this.#lookedThrough(placement);
    this.#newest = { placement, isExact };
  }

  /** Call it once all is added. */
  total(): number {
    if (this.#tallies.size === 0) return this.#steps;
    this.#noteNewest();
    let steps = this.#steps;
    for (const tallies of this.#tallies.values()) {
      for (const { clients, count, loose, displaced } of tallies.values()) {
        // Which of several clients comes first is Yjs' to choose, and with it who is displaced by whom. When there is an order
        // in which nobody is, every order is one: what was put beside something comes after it.
        if (clients.size > 1 && displaced > 0) steps += loose * count;
      }
    }
    return steps;
  }

  #noteNewest(): void {
    if (this.#newest === null) return;
    const { placement, isExact } = this.#newest;
    this.#newest = null;
    const { client, clock, length, origin, rightOrigin, site } = placement;
    const tally = this.#tallyOf(site);
    const left = origin === null ? tally : keyOf(origin);
    const follows = origin?.client === client && origin.clock === clock - 1 && this.#isNew(origin);
    if (!follows || this.#hasFollower.has(keyOf(origin))) tally.loose += 1;
    if (!isExact) tally.displaced += 1;
    tally.count += 1;
    tally.clients.add(client);
    const isFirstFollower = origin !== null && this.#isNew(origin) && !this.#hasFollower.has(keyOf(origin));
    this.#hasFollower.add(keyOf(origin));
    // The first one that builds on a new one stands right behind it in any case.
    this.#behind.set(left, isExact || isFirstFollower ? keyOf({ client, clock }) : unknown);
    this.#behind.set(keyOf({ client, clock: clock + length - 1 }), isExact ? keyOf(rightOrigin) : unknown);
    this.#notePlace(placement);
  }

  #notePlace({ client, clock, origin, rightOrigin }: Placement): void {
    const inNew = origin === null ? null : this.#placeOf(origin);
    const anchor = inNew?.anchor ?? keyOf(this.#state.startOf(origin));
    const place = { clock, anchor, until: this.#untilOf(rightOrigin) };
    const places = this.#places.get(client);
    if (places === undefined) this.#places.set(client, [place]);
    else places.push(place);
    this.#anchored.set(anchor, (this.#anchored.get(anchor) ?? 0) + 1);
  }

  /** Of a new struct; null when the id is the document's. */
  #placeOf({ client, clock }: StructId): Place | null {
    if (!this.#isNew({ client, clock })) return null;
    const places = this.#places.get(client) ?? [];
    let low = 0;
    let high = places.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((places[middle]?.clock ?? Infinity) <= clock) low = middle;
      else high = middle - 1;
    }
    return places[low] ?? null;
  }

  #untilOf(rightOrigin: StructId | null): StructId | null {
    if (rightOrigin === null) return null;
    return this.#isNew(rightOrigin) ? (this.#placeOf(rightOrigin)?.until ?? null) : rightOrigin;
  }

  /** Whether it stands right between the neighbours that its writer saw. */
  #isExact({ origin, rightOrigin, site }: Placement): boolean {
    if (this.#behind.size > 0) {
      const followed = this.#behind.get(origin === null ? this.#tallyOf(site) : keyOf(origin));
      if (followed !== undefined) return followed === keyOf(rightOrigin);
    }
    // Within a new run of text.
    const isWithinNew = origin !== null && this.#isNew(origin);
    const after = isWithinNew ? { ...origin, clock: origin.clock + 1 } : this.#state.after(origin, site);
    if (after === undefined || after === null || rightOrigin === null) return after === rightOrigin;
    return after.client === rightOrigin.client && after.clock === rightOrigin.clock;
  }

  #lookedThrough({ origin, rightOrigin, site }: Placement): number {
    if (origin !== null && this.#isNew(origin)) {
      // Yjs stops at the first one that doesn't build on the same neighbour, and only this update can build on it.
      return this.#hasFollower.has(keyOf(origin)) ? 1 + this.#tallyOf(site).count : 1;
    }
    const most = Math.max(0, this.#most - this.#steps) + 1;
    const weigh = (id: StructId | null): number =>
      1 + (id === null ? this.#tallyOf(site).count : (this.#anchored.get(keyOf(id)) ?? 0));
    return this.#state.weighBetween(origin, this.#untilOf(rightOrigin), site, weigh, most);
  }

  #tallyOf({ container, key }: Site): Tally {
    const tallies = this.#tallies.get(container.node) ?? new Map<string | null, Tally>();
    this.#tallies.set(container.node, tallies);
    const tally = tallies.get(key) ?? { count: 0, loose: 0, displaced: 0, clients: new Set() };
    tallies.set(key, tally);
    return tally;
  }
}

/** What stands there can't be told without doing Yjs' work. */
const unknown = "?";
