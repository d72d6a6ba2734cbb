import { recordKeys } from "@faelleskort/shared/doc/keys.ts";
import { type Container, type DocumentState, gone, isSameSite, type Site } from "./document-state.ts";
import { updateLimits } from "../policies/limits.ts";
import { IntegrationCost } from "./integration-cost.ts";
import type { ReadItem, ReadStruct, ReadUpdate, StructBlock, StructId } from "./update-reader.ts";

/** `gap`: it builds on something that is neither in the document nor in the update; `too-large`: Yjs would look for places too long. */
export type PlacingVerdict = "fits" | "gap" | "malformed" | "too-large";

export interface PlacingOptions {
  /** In which Yjs may look for places. */
  readonly mostSteps?: number;
  readonly onSteps?: (steps: number) => void;
  /** Told of the site of each new thing. */
  readonly onNew?: (site: Site) => void;
}

/** One client's structs while they are being placed. */
interface Progress {
  readonly block: StructBlock;
  /** How far the document has them already. */
  readonly known: number;
  /** Index of the next one to place. */
  next: number;
  /** The clock up to which they can be built on. */
  reached: number;
  readonly placed: { readonly site: Site; readonly inside: Container }[];
}

/**
 * Whether Yjs would integrate the whole update into the document, leaving nothing pending, and whether what is new in it
 * has the shape of a board: root → record → text, with known keys. It goes through the structs in an order in which each
 * one's neighbours and parent come first, as Yjs does, and changes nothing. Linear in the update, but for looking up ids.
 */
export function placeUpdate(
  update: ReadUpdate,
  state: DocumentState,
  { mostSteps = updateLimits.integrationSteps, onSteps, onNew }: PlacingOptions = {},
): PlacingVerdict {
  const all = new Map<number, Progress>();
  for (const block of update.blocks) {
    const known = state.clock(block.client);
    if (block.clock > known) return "gap";
    all.set(block.client, { block, known, next: 0, reached: Math.max(known, block.clock), placed: [] });
  }
  const isNew = ({ client, clock }: StructId): boolean => clock >= (all.get(client)?.known ?? Infinity);
  const cost = new IntegrationCost(state, isNew, mostSteps);
  const waiting = new Map<number, Progress[]>();
  const ready = [...all.values()];
  for (let progress = ready.pop(); progress !== undefined; progress = ready.pop()) {
    const before = progress.next;
    const stop = advance(progress, all, state, cost, onNew);
    if (stop === "gap" || stop === "malformed") return stop;
    // Only progress wakes who waits for it: two that wait for each other would wake each other for ever.
    if (progress.next > before) {
      ready.push(...(waiting.get(progress.block.client) ?? []));
      waiting.delete(progress.block.client);
    }
    if (stop !== "done") {
      const others = waiting.get(stop.client);
      if (others === undefined) waiting.set(stop.client, [progress]);
      else others.push(progress);
    }
  }
  // Who still waits, waits in a ring.
  if (waiting.size > 0) return "malformed";
  for (const { client, clock, length } of update.deletions) {
    if (clock + length > (all.get(client)?.reached ?? state.clock(client))) return "gap";
  }
  const steps = cost.total();
  onSteps?.(steps);
  return steps > mostSteps ? "too-large" : "fits";
}

/** Places as many as possible; gives what the next one waits for. */
function advance(
  progress: Progress,
  all: ReadonlyMap<number, Progress>,
  state: DocumentState,
  cost: IntegrationCost,
  onNew: PlacingOptions["onNew"],
): StructId | "done" | "gap" | "malformed" {
  const { block, known } = progress;
  for (; progress.next < block.structs.length; progress.next += 1) {
    const struct = block.structs[progress.next];
    if (struct === undefined) break;
    if (struct.type === "item") {
      const waitsFor = missing(struct, block.client, all, state);
      if (waitsFor !== null) return waitsFor;
    }
    const place = placeOf(struct, all, state);
    if (place === "malformed") return "malformed";
    const end = struct.clock + struct.length;
    if (end > known) {
      // The rest of a run whose beginning is here already: it must continue that one.
      const continues =
        struct.clock >= known ||
        isSameSite(place.site, state.siteOf({ client: block.client, clock: known - 1 }));
      if (!continues || !fits(struct, place.site)) return "malformed";
      if (struct.type === "item") addCost(cost, struct, progress, place.site);
      onNew?.(place.site);
    }
    progress.placed.push(place);
    progress.reached = Math.max(progress.reached, end);
  }
  return "done";
}

function addCost(
  cost: IntegrationCost,
  item: ReadItem,
  { block: { client }, known }: Progress,
  site: Site,
): void {
  const clock = Math.max(item.clock, known);
  // Of a run that is here in part, the rest stands behind that part.
  const origin = clock > item.clock ? { client, clock: clock - 1 } : item.origin;
  cost.add({
    client,
    clock,
    length: item.clock + item.length - clock,
    origin,
    rightOrigin: item.rightOrigin,
    site,
  });
}

function missing(
  item: ReadItem,
  client: number,
  all: ReadonlyMap<number, Progress>,
  state: DocumentState,
): StructId | "gap" | "malformed" | null {
  const parent = item.parent?.type === "id" ? item.parent.id : null;
  for (const id of [item.origin, item.rightOrigin, parent]) {
    if (id === null) continue;
    if (id.client === client) {
      if (id.clock >= item.clock) return "malformed";
      continue;
    }
    const other = all.get(id.client);
    if (id.clock < (other?.reached ?? state.clock(id.client))) continue;
    return other !== undefined && id.clock < other.block.end ? id : "gap";
  }
  return null;
}

function placeOf(
  struct: ReadStruct,
  all: ReadonlyMap<number, Progress>,
  state: DocumentState,
): { site: Site; inside: Container } | "malformed" {
  if (struct.type === "gone") return { site: { container: gone, key: null }, inside: gone };
  const site = siteOf(struct, all, state);
  if (site === "malformed") return "malformed";
  return { site, inside: insideOf(struct, site.container) };
}

function siteOf(
  item: ReadItem,
  all: ReadonlyMap<number, Progress>,
  state: DocumentState,
): Site | "malformed" {
  const { origin, rightOrigin, parent, key } = item;
  const left = origin && placed(origin, all)?.site;
  const right = rightOrigin && placed(rightOrigin, all)?.site;
  const leftSite = origin && (left ?? state.siteOf(origin));
  const rightSite = rightOrigin && (right ?? state.siteOf(rightOrigin));
  // Yjs lets what stands beside something gone be gone, too.
  if (leftSite?.container.type === "gone" || rightSite?.container.type === "gone") {
    return { container: gone, key: null };
  }
  if (leftSite && rightSite && !isSameSite(leftSite, rightSite)) return "malformed";
  const beside = leftSite ?? rightSite;
  if (beside) return beside;
  if (parent === null) return "malformed";
  if (parent.type === "id") {
    return { container: placed(parent.id, all)?.inside ?? state.insideOf(parent.id), key };
  }
  const root = state.root(parent.name);
  return root === null ? "malformed" : { container: root, key };
}

/** Where the update puts what has this id; undefined when the document has it. */
function placed(id: StructId, all: ReadonlyMap<number, Progress>): Progress["placed"][number] | undefined {
  const progress = all.get(id.client);
  if (progress === undefined || id.clock < progress.known) return undefined;
  const { structs } = progress.block;
  let low = 0;
  let high = progress.placed.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((structs[middle]?.clock ?? Infinity) <= id.clock) low = middle;
    else high = middle - 1;
  }
  return progress.placed[low];
}

function insideOf(item: ReadItem, container: Container): Container {
  if (item.content === "map" && container.type === "root") {
    return { type: "record", node: item, root: container.root };
  }
  if (item.content === "text-type" && container.type === "record") return { type: "text", node: item };
  return gone;
}

const recordIdPattern = /^[A-Za-z0-9_-]{6,40}$/;

function fits(struct: ReadStruct, { container, key }: Site): boolean {
  if (struct.type === "gone" || container.type === "gone") return true;
  const { content } = struct;
  switch (container.type) {
    case "root":
      return key !== null && recordIdPattern.test(key) && (content === "map" || content === "deleted");
    case "record": {
      const { texts, values } = recordKeys[container.root];
      if (key === null) return false;
      if (texts.includes(key)) return content === "text-type" || content === "deleted";
      return values.includes(key) && (content === "value" || content === "deleted");
    }
    case "text":
      return key === null && (content === "text" || content === "deleted");
  }
}
