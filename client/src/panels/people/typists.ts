import type { Presence } from "@faelleskort/shared/protocol/presence.ts";

/** Labels of those who have the caret in a text of a card, joined, by the card's id; `unnamed` stands for those without one. */
export function typistsById(
  peers: readonly Pick<Presence, "editing" | "label">[],
  unnamed: string,
): ReadonlyMap<string, string> {
  const labelsById = new Map<string, Set<string>>();
  for (const { editing, label } of peers) {
    if (editing === null) continue;
    const labels = labelsById.get(editing.id) ?? new Set();
    labelsById.set(editing.id, labels.add(label.trim() || unnamed));
  }
  return new Map([...labelsById].map(([id, labels]) => [id, [...labels].join(", ")]));
}
