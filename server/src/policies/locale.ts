import type { Locale } from "@faelleskort/shared/model/stage.ts";

/** The language for sentences to a reader, by Accept-Language: Danish unless English is asked for before it. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 200)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((text) => /^\s*q=([0-9.]+)$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => quality > 0 && (language === "da" || language === "en"))
    .toSorted((a, b) => b.quality - a.quality);
  return wanted[0]?.language === "en" ? "en" : "da";
}
