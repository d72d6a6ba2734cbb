import { describe, expect, test } from "vitest";
import { parseSource, type ParsedFile } from "../kit/source/parse.ts";
import { differences, joinAreas } from "./catalogue-faults.ts";
import { shapeOf } from "./message.ts";
import { messageUse, unusedMessages } from "./message-use.ts";
import { visibleTexts } from "./visible-text.ts";

const area = (messages: Record<string, string>, name = "phone"): { path: string; text: string } => ({
  path: `client/src/i18n/catalogues/da/${name}.json`,
  text: JSON.stringify(messages),
});
const component = (text: string): ParsedFile => parseSource({ path: "client/src/phone/form.tsx", text });

test("the shape of a message: values at any depth, words of a choice, tags", () => {
  const message =
    "<b>{name}</b> {count, plural, one {# kort i {field}} other {# kort}} {kind, select, a {x} other {y}}";
  expect(shapeOf(message)).toEqual({
    values: ["count", "field", "kind", "name"],
    choices: ["kind: a, other"],
    tags: ["b"],
  });
});

describe("faults in the files", () => {
  test.each([
    [{ "board.send": "Send" }, "doesn't start with"],
    [{ "phone.send": " " }, "is empty"],
    [{ "phone.send": "TODO: Send" }, "isn't finished"],
  ])("%j is found", (messages, fault) => {
    expect(joinAreas([area(messages)]).faults).toEqual([expect.stringContaining(fault)]);
  });

  test("the same id twice is found", () => {
    const twice = [area({ "phone.send": "Send" }), area({ "phone.send": "Send" })];
    expect(joinAreas(twice).faults).toEqual([expect.stringContaining("already in another")]);
  });

  test("a catalogue that isn't flat is refused", () => {
    const nested = { path: "da/phone.json", text: `{"phone":{"send":"Send"}}` };
    expect(() => joinAreas([nested])).toThrow("not a text");
  });
});

describe("differences between the languages", () => {
  test.each([
    [{ "a.b": "Ja" }, {}, "missing in English"],
    [{}, { "a.b": "Yes" }, "missing in Danish"],
    [{ "a.b": "{navn}" }, { "a.b": "{name}" }, "other values"],
    [{ "a.b": "{n, select, x {1} other {2}}" }, { "a.b": "{n, select, y {1} other {2}}" }, "other choices"],
    [{ "a.b": "<b>Ja</b>" }, { "a.b": "Yes" }, "other tags"],
    [{ "a.b": "{navn" }, { "a.b": "Yes" }, "Danish doesn't parse"],
    [{ "a.b": "Ja" }, { "a.b": "{n, plural, one {x}" }, "English doesn't parse"],
    [{ "a.b": "Everyone is here now" }, { "a.b": "Everyone is here now" }, "the same text"],
  ])("%j and %j", (da, en, fault) => {
    expect(differences(da as Record<string, string>, en as Record<string, string>)).toEqual([
      expect.stringContaining(fault),
    ]);
  });

  test("texts that agree have none", () => {
    expect(
      differences({ "a.b": "{n, plural, one {et} other {#}}" }, { "a.b": "{n} cards", "a.c": "x" }),
    ).toEqual(['"a.c" is missing in Danish']);
  });
});

describe("use of messages", () => {
  const messages = {
    "phone.send": "Send",
    "phone.sent": "{count} sendt",
    "steps.map.title": "Kort",
    "steps.map.hint": "Sæt mærker",
  };

  test.each([
    [`t("phone.gone")`, `names "phone.gone"`],
    [`i18n.t("phone.gone")`, `names "phone.gone"`],
    [`<Trans id="phone.gone" />`, `names "phone.gone"`],
    [`t(mine ? "phone.gone" : "phone.send")`, `names "phone.gone"`],
    [`t("form.gone")`, `names "form.gone"`],
    [`const label = "phone.gone";`, `names "phone.gone"`],
    [`t("phone.sent")`, "no count"],
    [`t("phone.sent", { number: 1 })`, "no count"],
    ["t(`steps.${step}.name`)", "no message has"],
  ])("%s is found", (text, fault) => {
    const { faults } = messageUse([component(text)], messages);
    expect(faults).toEqual([expect.stringContaining(fault)]);
  });

  test.each([
    `t("phone.sent", { count })`,
    `t("phone.sent", values)`,
    `t("phone.sent", { ...values })`,
    `<Trans id="phone.sent" values={{ count: 1 }} />`,
    "t(`steps.${step}.title`)",
    "at(`other.${step}`)",
  ])("%s is let through", (text) => {
    expect(messageUse([component(text)], messages).faults).toEqual([]);
  });

  test("a command's type is no message, unless it is shown", () => {
    const commands = new Set(["phone.clear"]);
    const text = `send({ type: "phone.clear" }); t("phone.clear");`;
    expect(messageUse([component(text)], messages, commands).faults).toEqual([
      expect.stringContaining(`names "phone.clear"`),
    ]);
  });

  test("what nothing names, outright, in a table or put together, is left over", () => {
    const text = "const label = { send: 'phone.send' }; t(`steps.${step}.title`);";
    const use = messageUse([component(text)], messages);
    expect(unusedMessages(messages, use)).toEqual(["phone.sent", "steps.map.hint"]);
  });
});

describe("text outside the catalogues", () => {
  test.each([
    "<p>Skriv et kort</p>",
    "<p>{'Skriv'}</p>",
    "<p>{busy ? 'Sender' : null}</p>",
    "<p>{busy && `Sender ${count}`}</p>",
    `<button aria-label="Luk" />`,
    "<input placeholder={`Navn ${n}`} />",
    "<>Hej</>",
    "<p>{name ?? 'Ukendt'}</p>",
    "<p>{'Felt ' + field}</p>",
  ])("%s is found", (text) => {
    expect(visibleTexts(component(text))).toHaveLength(1);
  });

  test.each([
    "<p>{t('phone.send')}</p>",
    "<p> · {count} / 4 →</p>",
    `<div className="large board" data-kind="actor" id="board" />`,
    "<kbd>N</kbd>",
    "<b>Fælleskort</b>",
    "<p>{names['actor']}</p>",
    "<p>{state === 'paused' && count}</p>",
  ])("%s is let through", (text) => {
    expect(visibleTexts(component(text))).toEqual([]);
  });
});
