import { expect, test } from "vitest";
import { formatMessage, type Messages } from "../src/i18n/format-message.ts";
import { compileCatalogue, parseArea } from "./catalogues.ts";

/** What a page shows of an ICU text, by way of the file that is shipped. */
function shown(text: string, values: Record<string, string | number>, locale: "da" | "en" = "da"): string {
  const compiled = compileCatalogue([{ file: "da/phone.json", messages: { "phone.sent": text } }]);
  const read = JSON.parse(JSON.stringify(compiled)) as Messages;
  return formatMessage(read["phone.sent"] ?? "", values, locale);
}

test.each<[string, Record<string, string | number>, string]>([
  ["Send kort", {}, "Send kort"],
  ["Sendt af {name}", { name: "Fair Play" }, "Sendt af Fair Play"],
  ["Det''s '{ikke}' en værdi, #1", {}, "Det's {ikke} en værdi, #1"],
  ["{n, plural, one {# kort} other {# kort af {who}}}", { n: 1, who: "os" }, "1 kort"],
  ["{n, plural, one {# kort} other {# kort af {who}}}", { n: 1200, who: "os" }, "1.200 kort af os"],
  ["{n, plural, =0 {intet} one {#} other {#}}", { n: 0 }, "intet"],
  ["{n, plural, =0 {intet} one {#} other {#}}", { n: 3 }, "3"],
  ["som {role, select, observer {tilskuer} other {deltager}}", { role: "observer" }, "som tilskuer"],
  ["som {role, select, observer {tilskuer} other {deltager}}", { role: "x" }, "som deltager"],
  ["{n, plural, one {{k, select, a {# a} other {# b}}} other {x}}", { n: 1, k: "a" }, "1 a"],
])("%s with %o shows %s", (text, values, expected) => {
  expect(shown(text, values)).toBe(expected);
});

test("numbers are written as the language does", () => {
  expect(shown("{n, plural, one {#} other {#}}", { n: 1200 }, "en")).toBe("1,200");
});

test.each(["{n, number}", "{d, date, short}", "{n, plural, offset:1 one {#} other {#}}"])(
  "%s asks for more than messages do, and stops the build",
  (text) => {
    expect(() => shown(text, {})).toThrow(/da\/phone\.json: "phone\.sent"/);
  },
);

test("a message that doesn't parse stops the build and is named", () => {
  const broken = [{ file: "da/phone.json", messages: { "phone.sent": "{count, plural, one {x}" } }];
  expect(() => compileCatalogue(broken)).toThrow(/da\/phone\.json: "phone\.sent"/);
});

test("the same id in two areas stops the build", () => {
  const areas = ["da/phone.json", "da/board.json"].map((file) => ({ file, messages: { "phone.sent": "x" } }));
  expect(() => compileCatalogue(areas)).toThrow("already in another area");
});

test("an area file that isn't a flat object of texts is refused", () => {
  expect(() => parseArea("da/phone.json", "[]")).toThrow("da/phone.json");
  expect(() => parseArea("da/phone.json", `{"phone":{"sent":"x"}}`)).toThrow("phone");
  expect(parseArea("da/phone.json", `{"phone.sent":"x"}`)).toEqual({ "phone.sent": "x" });
});
