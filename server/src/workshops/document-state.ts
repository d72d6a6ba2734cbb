import { type BoardRoot, boardRoots } from "@faelleskort/shared/doc/keys.ts";
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
}

/** The one file of the server that looks inside Yjs: at its struct store, to read it. */
export function documentStateOf(doc: Y.Doc): DocumentState {
  const rootOfType = new Map<unknown, BoardRoot>(boardRoots.map((root) => [doc.getMap(root), root]));
  const structAt = ({ client, clock }: StructId): Y.Item | Y.GC | undefined => {
    const structs = doc.store.clients.get(client) ?? [];
    return structs[Y.findIndexSS(structs, clock)];
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
  };
}
