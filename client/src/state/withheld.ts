import * as v from "valibot";
import type { SmallStorage } from "../session/remembered.ts";
import { cell, type Source } from "../session/source.ts";

/** Words that stand in a field and were not sent, and the shared text they were written into. */
export interface Withheld {
  readonly base: string;
  readonly text: string;
}

/** What people wrote that the personal-data check keeps on this device; it outlasts the field, and a reload of the page. */
export interface WithheldTexts {
  get(key: string): Withheld | null;
  set(key: string, withheld: Withheld): void;
  /** Words of something new, whose field stays open until they can be sent; `drop` when they have been. */
  hold(key: string): void;
  /** Its writer has been told that it isn't sent. */
  tell(key: string): void;
  drop(key: string): void;
  /** `waiting`: some words will be sent in a moment, unless they turn out to be personal. */
  readonly state: Source<"none" | "waiting" | "told">;
}

const StoredSchema = v.record(v.string(), v.object({ base: v.string(), text: v.string() }));

/**
 * @param storage asked for each time: browsers may bar it. Of this tab alone, so that nobody else finds the words on a shared device.
 */
export function createWithheldTexts(storage: () => SmallStorage, name: string): WithheldTexts {
  const texts = new Map(Object.entries(stored(storage, name)));
  // What was kept before a reload won't be sent by itself.
  const told = new Set(texts.keys());
  const state = cell<"none" | "waiting" | "told">("none");
  const look = () => state.set(told.size > 0 ? "told" : texts.size > 0 ? "waiting" : "none");
  look();
  const keep = () => {
    look();
    try {
      if (texts.size === 0) storage().removeItem(name);
      else storage().setItem(name, JSON.stringify(Object.fromEntries(texts)));
    } catch {
      // Full or barred: the words are kept for as long as the page is open.
    }
  };
  return {
    state,
    get: (key) => texts.get(key) ?? null,
    set(key, withheld) {
      texts.set(key, withheld);
      keep();
    },
    hold(key) {
      told.add(key);
      look();
    },
    tell(key) {
      if (texts.has(key)) told.add(key);
      look();
    },
    drop(key) {
      told.delete(key);
      if (texts.delete(key)) keep();
      else look();
    },
  };
}

function stored(storage: () => SmallStorage, name: string): v.InferOutput<typeof StoredSchema> {
  try {
    const parsed = v.safeParse(StoredSchema, JSON.parse(storage().getItem(name) ?? "{}"));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}
