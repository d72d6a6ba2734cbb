import { beforeAll, describe, expect, test } from "vitest";
import { readSources } from "../kit/source/files.ts";
import { parseSource, type ParsedFile } from "../kit/source/parse.ts";
import { differences, joinAreas, type Catalogue } from "./catalogue-faults.ts";
import { messageUse, unusedMessages, writtenTexts, type MessageUse } from "./message-use.ts";
import { visibleTexts } from "./visible-text.ts";

describe("the client's texts as they are", () => {
  let da: Catalogue;
  let en: Catalogue;
  let files: readonly ParsedFile[];
  let use: MessageUse;

  beforeAll(async () => {
    da = joinAreas(await readSources("client/src/i18n/catalogues/da/*.json"));
    en = joinAreas(await readSources("client/src/i18n/catalogues/en/*.json"));
    const sources = await readSources("client/src/**/*.{ts,tsx}");
    files = sources.filter(({ path }) => !/\.(test\.tsx?|d\.ts)$/.test(path)).map(parseSource);
    const commands = await readSources("shared/src/{commands,protocol}/**/*.ts");
    use = messageUse(files, da.messages, writtenTexts(commands.map(parseSource)));
  });

  test("the files are in order, and every message is written", () => {
    expect([...da.faults, ...en.faults]).toEqual([]);
  });

  test("TEXT-3 Danish and English have the same messages, asking for the same values", () => {
    expect(differences(da.messages, en.messages)).toEqual([]);
  });

  test("every message that is used exists, and gets its values", () => {
    expect(use.faults).toEqual([]);
  });

  test("no message is left over", () => {
    expect(unusedMessages(da.messages, use)).toEqual([]);
  });

  test("TEXT-3 no text that is shown stands outside the catalogues", () => {
    expect(files.flatMap(visibleTexts)).toEqual([]);
  });
});
