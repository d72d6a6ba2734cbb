import type { ActorId } from "@faelleskort/shared/model/ids.ts";

/**
 * Which actor waits in which place of the tray. Those who had a place keep it, so that cards don't move under somebody's
 * hand when another is taken; the others take the first free places, oldest first. The actor in focus always gets one.
 */
export function takeTraySlots(
  waiting: readonly ActorId[],
  before: ReadonlyMap<ActorId, number>,
  capacity: number,
  focus: ActorId | null,
): Map<ActorId, number> {
  const slots = new Map<ActorId, number>();
  const taken = new Set<number>();
  const seat = (id: ActorId, slot: number) => {
    slots.set(id, slot);
    taken.add(slot);
  };
  for (const id of waiting) {
    const slot = before.get(id);
    if (slot !== undefined && slot < capacity && !taken.has(slot)) seat(id, slot);
  }
  let next = 0;
  const firstFree = () => {
    while (taken.has(next)) next++;
    return next;
  };
  if (focus !== null && waiting.includes(focus) && !slots.has(focus)) {
    if (firstFree() < capacity) seat(focus, next);
    else {
      const evicted = [...slots].find(([, slot]) => slot === capacity - 1);
      if (evicted) slots.delete(evicted[0]);
      seat(focus, capacity - 1);
    }
  }
  for (const id of waiting) {
    if (slots.has(id)) continue;
    if (firstFree() >= capacity) break;
    seat(id, next);
  }
  return slots;
}
