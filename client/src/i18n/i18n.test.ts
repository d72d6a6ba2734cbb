import { expect, it } from "vitest";
import { pluralOf, shownNumber } from "./format-message.ts";
import { createLanguage, firstLocale } from "./i18n.ts";
import { loadCatalogue } from "./load-catalogue.ts";

it.each([
  [null, ["da-DK", "en"], "da"],
  [null, ["en-GB", "da"], "en"],
  [null, ["de", "sv", "en-US"], "en"],
  [null, ["ar"], "da"],
  ["en", ["da"], "en"],
  ["klingon", ["en"], "en"],
] as const)(
  "begins with the person's own choice, then the browser's: %s %s",
  (chosen, preferred, expected) => {
    expect(firstLocale(chosen, preferred)).toBe(expected);
  },
);

it("shows texts with their values, and changes language for all who show them", async () => {
  const kept = new Map<string, string>();
  const locales: string[] = [];
  const language = createLanguage({
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
      removeItem: (key) => void kept.delete(key),
    },
    preferred: ["da"],
    load: loadCatalogue,
    onLocale: (locale) => locales.push(locale),
  });
  await language.need("page");
  // Only the person's own choice is kept.
  expect(kept.size).toBe(0);
  const danish = language.translate.get();
  expect(danish("phone.own", { count: 3 })).toBe("Mine kort (3)");
  await language.choose("en");
  const english = language.translate.get();
  expect(english).not.toBe(danish);
  expect(english("phone.joined-with", { count: 1 })).toBe("Joined with 1 other card");
  expect(english("phone.joined-with", { count: 2 })).toBe("Joined with 2 other cards");
  expect(locales).toEqual(["da", "en"]);
  expect([...kept.values()]).toEqual(["en"]);
});

it("brings a further group of texts when it is needed, and from then on in every language", async () => {
  const asked: string[] = [];
  const failing = new Set(["en board"]);
  const language = createLanguage({
    storage: { getItem: () => null, setItem: () => {}, removeItem: () => {} },
    preferred: ["da"],
    load: async (locale, group) => {
      asked.push(`${locale} ${group}`);
      if (failing.has(`${locale} ${group}`)) throw new Error("no connection");
      return { [`${group}.word`]: `${group} (${locale})` };
    },
    onLocale: () => {},
  });
  await language.need("page");
  expect(language.translate.get()("board.word")).toBe("board.word");
  await language.need("board");
  await language.need("board");
  expect(language.translate.get()("board.word")).toBe("board (da)");
  expect(language.translate.get()("page.word")).toBe("page (da)");

  // A language whose texts can't be fetched leaves the old one in force, and is asked for again.
  await expect(language.choose("en")).rejects.toThrow("no connection");
  expect([language.locale.get(), language.translate.get()("page.word")]).toEqual(["da", "page (da)"]);
  failing.clear();
  await language.choose("en");
  expect([language.locale.get(), language.translate.get()("board.word")]).toEqual(["en", "board (en)"]);
  await language.fetchAll();
  expect(asked).toEqual(["da page", "da board", "en page", "en board", "en board"]);
});

it.each(["da", "en"] as const)("counts and writes numbers as the browser does: %s", (locale) => {
  const rules = new Intl.PluralRules(locale);
  const numbers = [...Array(1_200).keys(), -1, 0.5, 1.5, 12_345.6];
  expect(numbers.map((number) => pluralOf(number, locale))).toEqual(
    numbers.map((number) => rules.select(number)),
  );
  expect(numbers.map((number) => shownNumber(number, locale))).toEqual(
    numbers.map((number) => number.toLocaleString(locale)),
  );
});
