import { setupI18n, type Messages } from "@lingui/core";
import { expect, test } from "vitest";
import { compileCatalogue, parseArea } from "./catalogues.ts";

test("compiled messages are what Lingui reads, also after JSON", () => {
  const messages = { "phone.sent": "{count, plural, one {# kort} other {# kort}} sendt af {name}" };
  const compiled = compileCatalogue([{ file: "da/phone.json", messages }]);
  const i18n = setupI18n();
  const read = JSON.parse(JSON.stringify(compiled)) as Messages;
  i18n.loadAndActivate({ locale: "da", messages: read });
  expect(i18n.t("phone.sent", { count: 2, name: "Fair Play" })).toBe("2 kort sendt af Fair Play");
});

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
