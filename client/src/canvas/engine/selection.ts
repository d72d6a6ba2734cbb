import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { ItemKey, SceneItem } from "../scene/item.ts";

/** What is selected, by key; tells when it changes. */
export interface Selection {
  readonly keys: ReadonlySet<ItemKey>;
  readonly refs: readonly RecordRef[];
  set(items: readonly SceneItem[]): void;
  toggle(item: SceneItem): void;
  /** Drops what is no longer on the sheet. */
  prune(find: (key: ItemKey) => SceneItem | undefined): void;
}

export function createSelection(changed: (refs: readonly RecordRef[]) => void): Selection {
  let refs = new Map<ItemKey, RecordRef>();
  const replace = (next: Map<ItemKey, RecordRef>) => {
    const isSame = next.size === refs.size && [...next.keys()].every((key) => refs.has(key));
    refs = next;
    if (!isSame) changed([...next.values()]);
  };
  return {
    get keys() {
      return new Set(refs.keys());
    },
    get refs() {
      return [...refs.values()];
    },
    set: (items) => replace(new Map(items.map(({ key, ref }) => [key, ref]))),
    toggle({ key, ref }) {
      const next = new Map(refs);
      if (!next.delete(key)) next.set(key, ref);
      replace(next);
    },
    prune: (find) => replace(new Map([...refs].filter(([key]) => find(key) !== undefined))),
  };
}
