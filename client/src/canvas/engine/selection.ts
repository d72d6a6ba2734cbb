import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { ItemKey, SceneItem } from "../scene/item.ts";

/** What is selected, by key; tells when it changes. */
export interface Selection {
  readonly keys: ReadonlySet<ItemKey>;
  /** Of what has a record: a pile has none. */
  readonly refs: readonly RecordRef[];
  set(items: readonly SceneItem[]): void;
  toggle(item: SceneItem): void;
  /** Drops what is no longer on the sheet. */
  prune(find: (key: ItemKey) => SceneItem | undefined): void;
}

export function createSelection(changed: (refs: readonly RecordRef[]) => void): Selection {
  let refs = new Map<ItemKey, RecordRef | null>();
  const replace = (next: Map<ItemKey, RecordRef | null>) => {
    const isSame = next.size === refs.size && [...next.keys()].every((key) => refs.has(key));
    refs = next;
    if (!isSame) changed(named(next));
  };
  return {
    get keys() {
      return new Set(refs.keys());
    },
    get refs() {
      return named(refs);
    },
    set: (items) => replace(new Map(items.map((item) => [item.key, refOf(item)]))),
    toggle(item) {
      const next = new Map(refs);
      if (!next.delete(item.key)) next.set(item.key, refOf(item));
      replace(next);
    },
    prune: (find) => replace(new Map([...refs].filter(([key]) => find(key) !== undefined))),
  };
}

const refOf = (item: SceneItem): RecordRef | null => (item.kind === "pile" ? null : item.ref);

const named = (refs: ReadonlyMap<ItemKey, RecordRef | null>): RecordRef[] =>
  [...refs.values()].flatMap((ref) => ref ?? []);
