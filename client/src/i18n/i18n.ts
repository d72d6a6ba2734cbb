import { type Locale, locales, LocaleSchema } from "@faelleskort/shared/model/stage.ts";
import * as v from "valibot";
import type { SmallStorage } from "../session/remembered.ts";
import { cell, type Source } from "../session/source.ts";
import { formatMessage, type Messages, type MessageValues } from "./format-message.ts";
import type { TextGroup } from "./load-catalogue.ts";

/** Looks a text up by its id and puts the values in. */
export type Translate = (id: string, values?: MessageValues) => string;

/** The reader's language and its texts. */
export interface Language {
  readonly locale: Source<Locale>;
  readonly translate: Source<Translate>;
  /** The person's own choice; remembered on this device. Settles when its texts are there. */
  choose(locale: Locale): Promise<void>;
  /** Settles when the texts of a group are there, in the language in force; from then on every language brings them. */
  need(group: TextGroup): Promise<void>;
  /** Fetches the texts of the other languages too, as far as they can be had. */
  fetchAll(): Promise<void>;
}

const storageKey = "faelleskort.locale";

export interface LanguageOptions {
  readonly storage: SmallStorage;
  /** The browser's languages, best first: `navigator.languages`. */
  readonly preferred: readonly string[];
  readonly load: (locale: Locale, group: TextGroup) => Promise<Messages>;
  /** Called with each language that comes into force: sets `<html lang>`. */
  readonly onLocale: (locale: Locale) => void;
}

/** The language to begin with: the person's own choice, else the first of the browser's that we have, else Danish. */
export function firstLocale(chosen: string | null, preferred: readonly string[]): Locale {
  for (const tag of [chosen, ...preferred]) {
    const parsed = v.safeParse(LocaleSchema, tag?.split("-")[0]?.toLowerCase());
    if (parsed.success) return parsed.output;
  }
  return "da";
}

/** A language without texts yet: `need` brings them. */
export function createLanguage(options: LanguageOptions): Language {
  const { storage, preferred, load, onLocale } = options;
  const first = firstLocale(recall(storage), preferred);
  const locale = cell(first);
  const translate = cell<Translate>((id) => id);
  const groups = new Set<TextGroup>();
  const loading = new Map<string, Promise<Messages>>();
  /** What was asked for last: an answer that comes late changes nothing. */
  let wanted = first;

  function texts(of: Locale, group: TextGroup): Promise<Messages> {
    const key = `${of} ${group}`;
    const found = loading.get(key) ?? load(of, group);
    loading.set(key, found);
    // What couldn't be fetched is asked for anew next time.
    found.catch(() => loading.delete(key));
    return found;
  }

  async function activate(): Promise<void> {
    const next = wanted;
    const asked = Array.from(groups);
    const loaded = await Promise.all(asked.map((group) => texts(next, group)));
    if (next !== wanted || asked.length !== groups.size) return;
    const messages: Messages = loaded.reduce((all, some) => ({ ...all, ...some }));
    // A new function each time, so that everything that shows text renders again.
    translate.set((id, values = {}) => formatMessage(messages[id] ?? id, values, next));
    locale.set(next);
    onLocale(next);
  }

  return {
    locale,
    translate,
    async choose(next) {
      wanted = next;
      try {
        await activate();
      } catch (cause) {
        // Its texts couldn't be fetched: the language stays as it is.
        if (wanted === next) wanted = locale.get();
        throw cause;
      }
      try {
        storage.setItem(storageKey, next);
      } catch {
        // Barred: the choice holds for this visit.
      }
    },
    async need(group) {
      if (groups.has(group)) return;
      groups.add(group);
      try {
        await activate();
      } catch (cause) {
        groups.delete(group);
        throw cause;
      }
    },
    async fetchAll() {
      await Promise.allSettled(locales.flatMap((each) => Array.from(groups, (group) => texts(each, group))));
    },
  };
}

function recall(storage: SmallStorage): string | null {
  try {
    return storage.getItem(storageKey);
  } catch {
    return null;
  }
}
