import type { ElementItem, ItemKey } from "../scene/item.ts";
import type { Desk } from "./desk.ts";

/** Lines that run elsewhere than where they lie, since somebody holds them or what they end at. */
export interface LinesAway {
  readonly mine: readonly ElementItem[];
  readonly theirs: readonly ElementItem[];
}

const none: LinesAway = { mine: [], theirs: [] };

export function linesAway(desk: Desk, now: number): LinesAway {
  const { hand, peers, scene, shownAt } = desk;
  const free = scene.arrangement?.free;
  const others = peers.held(now);
  if (!free || hand.isCopying || hand.held.size + others.size === 0) return none;
  const lineAt = (key: ItemKey): ElementItem[] => {
    const item = scene.item(key);
    return item?.kind === "element" && item.layout.kind === "connector" ? [item] : [];
  };
  const running = (keys: ReadonlySet<ItemKey>) => {
    const lines = new Map([...keys].flatMap(lineAt).map((line) => [line.key, line]));
    for (const line of free.boundTo(keys)) lines.set(line.key, line);
    return lines;
  };
  const mine = running(new Set(hand.held.keys()));
  const theirs = running(new Set(others.keys()));
  const rerouted = (line: ElementItem) => free.rerouted(line, shownAt);
  return {
    mine: [...mine.values()].map(rerouted),
    theirs: [...theirs.values()].filter(({ key }) => !mine.has(key)).map(rerouted),
  };
}
