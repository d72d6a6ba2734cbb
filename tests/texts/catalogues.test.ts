import { pageAreas } from "../../client/vite/catalogues.ts";
import { importGraph, type ImportGraph } from "../architecture/graph.ts";
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
  let commandNames: ReadonlySet<string>;

  beforeAll(async () => {
    da = joinAreas(await readSources("client/src/i18n/catalogues/da/*.json"));
    en = joinAreas(await readSources("client/src/i18n/catalogues/en/*.json"));
    const sources = await readSources("client/src/**/*.{ts,tsx}");
    files = sources.filter(({ path }) => !/\.(test\.tsx?|d\.ts)$/.test(path)).map(parseSource);
    const commands = await readSources("shared/src/{commands,protocol}/**/*.ts");
    commandNames = writtenTexts(commands.map(parseSource));
    use = messageUse(files, da.messages, commandNames);
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

  test("what a phone loads shows no text that is fetched only with the board", async () => {
    const paths = loadedFrom(importGraph(await readSources("client/src/**/*.{ts,tsx}")), [
      "client/src/app/main.ts",
      "client/src/app/light-app.tsx",
    ]);
    expect(paths).toContain("client/src/phone/CardForm.tsx");
    expect(paths).toContain("client/src/ui/SharedText.tsx");
    const onPhone = messageUse(
      files.filter(({ path }) => paths.has(path)),
      da.messages,
      commandNames,
    );
    const fetched = joinAreas(
      (await readSources("client/src/i18n/catalogues/da/*.json")).filter(({ path }) =>
        pageAreas.some((area) => path.endsWith(`/${area}.json`)),
      ),
    ).messages;
    const shown = Object.keys(da.messages).filter(
      (id) => onPhone.ids.has(id) || onPhone.patterns.some((pattern) => pattern.test(id)),
    );
    expect(shown.filter((id) => !(id in fetched) && !commandNames.has(id))).toEqual([]);
  });

  test("no message is left over", () => {
    expect(unusedMessages(da.messages, use)).toEqual([]);
  });

  test("TEXT-3 no text that is shown stands outside the catalogues", () => {
    expect(files.flatMap(visibleTexts)).toEqual([]);
  });
});

/**
 * The files that run when the first ones do, or are fetched by them later; not the board, which is another application with
 * texts of its own.
 */
function loadedFrom(graph: ImportGraph, first: readonly string[]): ReadonlySet<string> {
  const paths = new Set(first);
  const toBoard = "client/src/app/apps.ts";
  for (const path of paths) {
    for (const { from, kind, to } of graph.edges) {
      if (from !== path || kind === "type" || to.type !== "file") continue;
      if (kind === "static" || from !== toBoard) paths.add(to.path);
    }
  }
  return paths;
}
