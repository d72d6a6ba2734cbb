import type { RecordKey } from "@faelleskort/shared/doc/keep-records.ts";
import { type BoardRoot, boardRoots, lockKey } from "@faelleskort/shared/doc/keys.ts";
import * as Y from "yjs";
import type { StructId } from "./update-reader.ts";

/**
 * What something lies in. `node` tells one from another of the same type. `gone`: its parent was deleted for good, and so is it.
 */
export type Container =
  | { readonly type: "root"; readonly node: unknown; readonly root: BoardRoot }
  | { readonly type: "record"; readonly node: unknown; readonly root: BoardRoot }
  | { readonly type: "text"; readonly node: unknown }
  | { readonly type: "gone"; readonly node: null };

/** A container, and the key in it (null in a text). */
export interface Site {
  readonly container: Container;
  readonly key: string | null;
}

export const gone: Container = { type: "gone", node: null };
export const isSameSite = (a: Site, b: Site): boolean =>
  a.container.type === b.container.type && a.container.node === b.container.node && a.key === b.key;

/** What the guard needs to know of a document. Ids asked for must lie below their client's clock. */
export interface DocumentState {
  /** How far this client has counted here; 0 when it is unknown. */
  clock(client: number): number;
  root(name: string): Container | null;
  siteOf(id: StructId): Site;
  /** What the thing with this id is to its children. */
  insideOf(id: StructId): Container;
  isDeleted(id: StructId, length: number): boolean;
  /** The locked record that something at this site belongs to, or is; null when there is none. */
  lockedAt(site: Site): RecordKey | null;
  /** Told of the site of each thing in this range that isn't deleted yet. */
  livingIn(id: StructId, length: number, visit: (site: Site) => void): void;
  /** What stands right behind `origin`, or first in the site when that is null; null: nothing, undefined: not told cheaply. */
  after(origin: StructId | null, site: Site): StructId | null | undefined;
  /** The beginning of the run of text that `origin` lies in; null for the beginning of the site. */
  startOf(origin: StructId | null): StructId | null;
  /**
   * The sum of what `weigh` says of `origin`'s run, or of the beginning (null), and of each that stands behind it and before `until`.
   * It stops at `most`.
   */
  weighBetween(
    origin: StructId | null,
    until: StructId | null,
    site: Site,
    weigh: (id: StructId | null) => number,
    most: number,
  ): number;
}

/** The one file of the server that looks inside Yjs: at its struct store, to read it. */
export function documentStateOf(doc: Y.Doc): DocumentState {
  const rootOfType = new Map<unknown, BoardRoot>(boardRoots.map((root) => [doc.getMap(root), root]));
  const structAt = ({ client, clock }: StructId): Y.Item | Y.GC | undefined => {
    const structs = doc.store.clients.get(client) ?? [];
    return structs[Y.findIndexSS(structs, clock)];
  };
  /** The first one of a text, the newest one under a key of a map. */
  const entryOf = ({ container: { node }, key }: Site): Y.Item | null => {
    if (!(node instanceof Y.AbstractType)) return null;
    // As above: what stands in a type, dead or alive, only its own list tells.
    // oxlint-disable-next-line no-underscore-dangle
    return key === null ? node._start : (node._map.get(key) ?? null);
  };
  const containerOf = (type: unknown): Container => {
    if (!(type instanceof Y.AbstractType)) return gone;
    const root = rootOfType.get(type);
    if (root !== undefined) return { type: "root", node: type, root };
    if (type instanceof Y.Text) return { type: "text", node: type };
    // Yjs' public types lead no way up from a type to what it lies in.
    // oxlint-disable-next-line no-underscore-dangle
    const above = type._item === null ? undefined : rootOfType.get(type._item.parent);
    return type instanceof Y.Map && above !== undefined ? { type: "record", node: type, root: above } : gone;
  };
  /** The record that a site lies in, or is. */
  const recordAt = ({ type, node }: Container, key: string | null): unknown => {
    switch (type) {
      case "root":
        return node instanceof Y.Map && key !== null ? node.get(key) : null;
      case "record":
        return node;
      case "text":
        return node instanceof Y.Text ? node.parent : null;
      case "gone":
        return null;
    }
  };
  return {
    clock: (client) => Y.getState(doc.store, client),
    root(name) {
      const root = boardRoots.find((known) => known === name);
      return root === undefined ? null : { type: "root", node: doc.getMap(root), root };
    },
    siteOf(id) {
      const struct = structAt(id);
      if (!(struct instanceof Y.Item)) return { container: gone, key: null };
      return { container: containerOf(struct.parent), key: struct.parentSub };
    },
    insideOf(id) {
      const struct = structAt(id);
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return gone;
      return containerOf(struct.content.type);
    },
    isDeleted({ client, clock }, length) {
      const structs = doc.store.clients.get(client) ?? [];
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
        const struct = structs[index];
        if (struct === undefined || struct.id.clock >= clock + length) return true;
        if (!struct.deleted) return false;
      }
      return true;
    },
    lockedAt({ container, key }) {
      const record = recordAt(container, key);
      if (!(record instanceof Y.Map) || record.get(lockKey) !== true) return null;
      // As above: only its own item knows under which name a type lies.
      // oxlint-disable-next-line no-underscore-dangle
      const item = record._item;
      const root = rootOfType.get(item?.parent);
      return root === undefined || typeof item?.parentSub !== "string" ? null : { root, id: item.parentSub };
    },
    livingIn({ client, clock }, length, visit) {
      const structs = doc.store.clients.get(client) ?? [];
      if (clock >= Y.getState(doc.store, client)) return;
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
        const struct = structs[index];
        if (struct === undefined || struct.id.clock >= clock + length) return;
        if (!struct.deleted && struct instanceof Y.Item)
          visit({ container: containerOf(struct.parent), key: struct.parentSub });
      }
    },
    after(origin, site) {
      if (origin === null) {
        const entry = entryOf(site);
        if (entry === null) return null;
        return site.key === null || entry.left === null ? entry.id : undefined;
      }
      const struct = structAt(origin);
      if (!(struct instanceof Y.Item)) return null;
      const { client, clock } = origin;
      if (clock < struct.id.clock + struct.length - 1) return { client, clock: clock + 1 };
      return struct.right?.id ?? null;
    },
    startOf(origin) {
      return origin === null ? null : (structAt(origin)?.id ?? origin);
    },
    weighBetween(origin, until, site, weigh, most) {
      const struct = origin === null ? undefined : structAt(origin);
      let sum = weigh(struct?.id ?? origin);
      if (origin === null && site.key !== null) {
        // Of a key only the newest is at hand: from there backwards, whatever `until` is.
        for (let item = entryOf(site); item !== null && sum < most; item = item.left) sum += weigh(item.id);
        return sum;
      }
      let item = origin === null ? entryOf(site) : struct instanceof Y.Item ? struct.right : null;
      for (; item !== null && sum < most; item = item.right) {
        if (until !== null && holds(item, until)) break;
        sum += weigh(item.id);
      }
      return sum;
    },
  };
}

const holds = ({ id, length }: Y.Item, { client, clock }: StructId): boolean =>
  id.client === client && id.clock <= clock && clock < id.clock + length;
