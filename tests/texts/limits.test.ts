import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { refusalReasons } from "@faelleskort/shared/protocol/messages.ts";
import { problemCodes } from "@faelleskort/shared/protocol/problems.ts";
import * as limits from "@faelleskort/server/policies/limits.ts";
import { describe, expect, it } from "vitest";
import { limitRows, limitSources } from "./limits-table.ts";

const read = (path: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");

const values = new Map<string, number>(
  Object.entries(limits).flatMap(([group, entries]) =>
    Object.entries(entries).map(([name, value]): [string, number] => [`${group}.${name}`, value]),
  ),
);
const codes = new Set<string>([
  ...refusalReasons,
  ...problemCodes,
  ...Object.values(closeCode).map(String),
  "1002",
  "1008",
]);

describe("docs/limits.md", () => {
  it("ABUSE-13 lists every limit of the server with its value and its reason, and what happens beyond it by a code that exists", async () => {
    const rows = limitRows(await read("docs/limits.md"));
    const sources = limitSources(await read("server/src/policies/limits.ts"));
    expect(sources.map(({ name }) => name).sort()).toEqual([...values.keys()].sort());
    expect(rows.map(({ name, value, reason }) => ({ name, value, reason }))).toEqual(
      sources.map(({ name, reason }) => ({ name, reason, value: String(values.get(name)) })),
    );
    for (const { name, reason, beyond } of rows) {
      expect(reason, name).not.toBe("");
      expect(beyond, name).not.toBe("");
      for (const [, code = ""] of beyond.matchAll(/`([^`]+)`/g)) expect(codes, name).toContain(code);
    }
  });

  it("is found out when it leaves something out", () => {
    const source = "export const aLimits = {\n  /** Why. */\n  one: 1,\n  two: 2,\n} as const;\n";
    expect(limitSources(source)).toEqual([
      { name: "aLimits.one", reason: "Why." },
      { name: "aLimits.two", reason: "Why." },
    ]);
    expect(limitRows("| `aLimits.one` | 1 | `gap` | Why. |")).toEqual([
      { name: "aLimits.one", value: "1", beyond: "`gap`", reason: "Why." },
    ]);
  });
});
