import { describe, expect, it } from "vitest";
import { directionOf } from "./direction.ts";
import { breakLines, createTextSetter } from "./text-setter.ts";

const measure = (text: string) => text.length * 10;

describe("breaking lines", () => {
  it("breaks at spaces and after hyphens, and at every newline", () => {
    expect(breakLines("Ung i Høje-Gladsaxe nu", 120, measure)).toEqual(["Ung i Høje-", "Gladsaxe nu"]);
    expect(breakLines("a\n\nb", 100, measure)).toEqual(["a", "", "b"]);
  });

  it("breaks a word that is wider than the line, without losing letters", () => {
    const word = "Fællesskabsforeningsbestyrelsesmøde";
    const { lines } = createTextSetter(measure).lines(word, { weight: 400, size: 10 }, 100);
    expect(lines[0]).toBe("Fællesska-");
    expect(lines.join("").replaceAll("-", "")).toBe(word);
    for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(100);
  });

  it("never breaks inside a letter made of several code units", () => {
    const family = "👩‍👩‍👧";
    expect(breakLines(family.repeat(3), 95, measure)).toEqual([family, family, family]);
  });

  it("cuts at the last allowed line with an ellipsis that fits", () => {
    const setter = createTextSetter((text) => measure(text));
    const set = setter.lines(
      "Beboerrådgivningen og alle de andre der kommer",
      { weight: 600, size: 18 },
      120,
      2,
    );
    expect(set.lines).toHaveLength(2);
    expect(set.lines[1]?.endsWith("…")).toBe(true);
    expect(set.cut).toBe(true);
    expect(measure(set.lines[1] ?? "")).toBeLessThanOrEqual(120);
  });

  it("fills the last line before it cuts, within a word if need be", () => {
    const setter = createTextSetter((text) => measure(text));
    const set = setter.lines("Fatima, Bydelsmødrene", { weight: 400, size: 13 }, 140, 1);
    expect(set.lines).toEqual(["Fatima, Bydel…"]);
  });

  it("does not part Arabic letters with a hyphen", () => {
    const lines = breakLines("والمستشفيات", 60, measure);
    expect(lines.join("")).toBe("والمستشفيات");
  });

  it("measures a text once per font and width", () => {
    let measured = 0;
    const setter = createTextSetter((text) => {
      measured++;
      return measure(text);
    });
    const first = setter.lines("Ejendomsfunktionærerne", { weight: 400, size: 14 }, 80);
    const count = measured;
    expect(setter.lines("Ejendomsfunktionærerne", { weight: 400, size: 14 }, 80)).toBe(first);
    expect(measured).toBe(count);
    setter.clear();
    setter.lines("Ejendomsfunktionærerne", { weight: 400, size: 14 }, 80);
    expect(measured).toBeGreaterThan(count);
  });
});

describe("direction", () => {
  it.each([
    ["Klubben", "ltr"],
    ["نادي الشباب", "rtl"],
    ["123 نادي", "rtl"],
    ["3. klub نادي", "ltr"],
    ["", "ltr"],
    ["Çocuk kulübü", "ltr"],
  ] as const)("of %j is %s", (text, expected) => {
    expect(directionOf(text)).toBe(expected);
  });
});
