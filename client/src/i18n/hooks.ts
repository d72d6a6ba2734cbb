import type { Locale } from "@faelleskort/shared/model/stage.ts";
import { createContext, useContext } from "react";
import { useSource } from "../state/use-source.ts";
import type { Language, Translate } from "./i18n.ts";

export const LanguageContext = createContext<Language | null>(null);

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error("Text was rendered outside of a language");
  return language;
}

/** `t(id, values)` in the reader's language. Renders again when the language changes. */
export const useT = (): Translate => useSource(useLanguage().translate);
export const useLocale = (): Locale => useSource(useLanguage().locale);
