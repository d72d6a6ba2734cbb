import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { groupId } from "@faelleskort/shared/model/ids.ts";
import type { RecordItem } from "../canvas/scene/item.ts";
import { frameIdOf, refsOf, thingOf } from "./free-things.ts";

/** With the rest of the groups that any of them is in. */
export function together(items: readonly RecordItem[], chosen: readonly RecordItem[]): RecordItem[] {
  const groups = new Set(chosen.flatMap((item) => thingOf(item)?.group ?? []));
  if (groups.size === 0) return [...chosen];
  const keys = new Set(chosen.map(({ key }) => key));
  const others = items.filter((item) => {
    const own = thingOf(item)?.group ?? null;
    return own !== null && groups.has(own) && !keys.has(item.key);
  });
  return [...chosen, ...others];
}

/** With what frames among them carry; what is locked stays where it is. */
export function carried(items: readonly RecordItem[], lifted: readonly RecordItem[]): RecordItem[] {
  const frames = new Set(lifted.flatMap((item) => frameIdOf(item) ?? []));
  if (frames.size === 0) return [...lifted];
  const keys = new Set(lifted.map(({ key }) => key));
  const others = items.filter((item) => {
    const thing = thingOf(item);
    return thing?.frame != null && frames.has(thing.frame) && !thing.locked && !keys.has(item.key);
  });
  return [...lifted, ...others];
}

export function group(items: readonly RecordItem[], newId: () => string): BoardCommand[] {
  const refs = refsOf(items);
  return refs.length > 1 ? [{ type: "free.group", refs, group: groupId(newId()) }] : [];
}

export function ungroup(items: readonly RecordItem[]): BoardCommand[] {
  const refs = refsOf(items.filter((item) => thingOf(item)?.group != null));
  return refs.length > 0 ? [{ type: "free.group", refs, group: null }] : [];
}
