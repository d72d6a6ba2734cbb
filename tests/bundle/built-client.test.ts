import { beforeAll, describe, expect, test } from "vitest";
import { gzipBytes, readBuiltClient, scriptsFor, type BuiltClient } from "./built-client.ts";

/** What a phone loads before its form can be used: the page's script and the form's own. */
const phoneStarts = ["index.html", "src/phone/PhonePage.tsx"];

describe("the built client", () => {
  let client: BuiltClient;

  beforeAll(async () => {
    client = await readBuiltClient();
  });

  const textOf = (file: string): string => client.assets.get(file)?.toString("utf8") ?? "";
  const filesEnding = (ending: string): string[] =>
    [...client.assets.keys()].filter((name) => name.endsWith(ending));

  test("has nothing inline, as its Content-Security-Policy demands", () => {
    expect(client.page).not.toMatch(/<style|\sstyle=|\son\w+=|data:/);
    const scripts = [...client.page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, body] of scripts) {
      expect(attributes).toMatch(/src="\/assets\//);
      expect(body).toBe("");
    }
    for (const sheet of filesEnding(".css")) expect(textOf(sheet)).not.toMatch(/url\(\s*["']?data:/);
  });

  test("names every asset after its content, so that it may be kept for ever", () => {
    for (const name of client.assets.keys()) expect(name).toMatch(/-[\w-]{8}\.\w+(\.map|\.br|\.gz)?$/);
  });

  test("calls on no other host", () => {
    for (const sheet of filesEnding(".css")) expect(textOf(sheet)).not.toMatch(/url\(\s*["']?(https?:)?\/\//);
    expect(client.page).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  test("carries no parser for messages: they were compiled before", () => {
    // A word of the parser's own lexer, which no shortening of names changes.
    expect(filesEnding(".js").length).toBeGreaterThan(0);
    expect(filesEnding(".js").filter((name) => textOf(name).includes("doubleapos"))).toEqual([]);
  });

  test("gives the phone its form without the canvas, in less than 160 kB", () => {
    const files = scriptsFor(client.manifest, phoneStarts);
    expect(files.filter((file) => textOf(file).includes("Konva"))).toEqual([]);
    // The check sees the canvas where it is: otherwise it would prove nothing.
    expect(filesEnding(".js").some((name) => textOf(name).includes("Konva"))).toBe(true);
    expect(gzipBytes(client, files)).toBeLessThan(160_000);
  });
});
