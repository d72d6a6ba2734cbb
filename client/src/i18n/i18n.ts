import { type I18n, setupI18n } from "@lingui/core";
import { type Locale, LocaleSchema } from "@faelleskort/shared/model/stage.ts";
import * as v from "valibot";
import type { SmallStorage } from "../session/remembered.ts";
import { cell, type Source } from "../session/source.ts";

/** Looks a text up by its id and puts the values in. */
export type Translate = (id: string, values?: Readonly<Record<string, string | number>>) => string;

/** The reader's language and its texts. */
export interface Language {
  readonly locale: Source<Locale>;
  readonly translate: Source<Translate>;
  /** The person's own choice; remembered on this device. Settles when its texts are there. */
  choose(locale: Locale): Promise<void>;
}

const storageKey = "faelleskort.locale";

export interface LanguageOptions {
  readonly storage: SmallStorage;
  /** The browser's languages, best first: `navigator.languages`. */
  readonly preferred: readonly string[];
  readonly load: (locale: Locale) => Promise<Parameters<I18n["load"]>[1]>;
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

export async function createLanguage(options: LanguageOptions): Promise<Language> {
  const { storage, preferred, load, onLocale } = options;
  const i18n = setupI18n();
  const loaded = new Set<Locale>();
  const first = firstLocale(recall(storage), preferred);
  const locale = cell(first);
  const translate = cell<Translate>((id) => id);

  async function activate(next: Locale): Promise<void> {
    if (!loaded.has(next)) {
      i18n.load(next, await load(next));
      loaded.add(next);
    }
    i18n.activate(next);
    // A new function each time, so that everything that shows text renders again.
    translate.set((id, values) => i18n._(id, values));
    locale.set(next);
    onLocale(next);
  }
  await activate(first);

  return {
    locale,
    translate,
    async choose(next) {
      await activate(next);
      try {
        storage.setItem(storageKey, next);
      } catch {
        // Barred: the choice holds for this visit.
      }
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
