import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, codeOf, runMemoryApp } from "./running-app.ts";

let clientDir = "";
beforeAll(async () => {
  clientDir = await mkdtemp(join(tmpdir(), "faelleskort-client-"));
  await mkdir(join(clientDir, "assets"));
  await writeFile(join(clientDir, "index.html"), "<!doctype html><title>Fælleskort</title>");
  await writeFile(join(clientDir, "assets/app-1a2b3c.js"), "export {};");
  await writeFile(join(clientDir, "icon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
  await writeFile(join(clientDir, ".built"), "stamp");
  const link = "</assets/app-1a2b3c.js>; rel=modulepreload";
  await writeFile(join(clientDir, "head-starts.json"), JSON.stringify([{ path: "^/w/[^/]+/?$", link }]));
});
afterAll(() => rm(clientDir, { recursive: true }));

describe("the client's files", () => {
  it.each(["/", "/join", "/w/abcdefgh", "/w/abcdefgh/phone", "/en/side/"])(
    "%s is the page, never kept without asking",
    async (path) => {
      await using app = await runMemoryApp({ clientDir });
      const answer = await call(app.url, path);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
      expect(answer.headers.get("cache-control")).toBe("no-cache");
      expect(answer.text).toContain("Fælleskort");
    },
  );

  it("a page says which scripts it will need, and only it", async () => {
    await using app = await runMemoryApp({ clientDir });
    const linkOf = async (path: string) => (await call(app.url, path)).headers.get("link");
    expect(await linkOf("/w/abcdefgh")).toBe("</assets/app-1a2b3c.js>; rel=modulepreload");
    expect(await linkOf("/w/abcdefgh/phone")).toBe(null);
    expect(await linkOf("/assets/app-1a2b3c.js")).toBe(null);
    expect(await linkOf("/api/workshops/abcdefgh/me")).toBe(null);
  });

  it("what has a hash in its name is kept for good", async () => {
    await using app = await runMemoryApp({ clientDir });
    const asset = await call(app.url, "/assets/app-1a2b3c.js");
    expect(asset.headers.get("content-type")).toMatch(/javascript/);
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await call(app.url, "/icon.svg")).headers.get("cache-control")).toBe("no-cache");
  });

  it.each([
    "/assets/gone-9.js",
    "/.built",
    "/../package.json",
    "/%2e%2e/package.json",
    "/assets/",
    "/api",
    "/sync/x",
  ])("%s is not there", async (path) => {
    await using app = await runMemoryApp({ clientDir });
    const answer = await call(app.url, path);
    expect([answer.status, codeOf(answer)]).toEqual([404, "not-found"]);
  });

  it("that haven't been built yet are explained in a sentence", async () => {
    await using app = await runMemoryApp({ clientDir: join(clientDir, "nowhere") });
    const answer = await call(app.url, "/");
    expect(answer.status).toBe(503);
    expect(answer.text).toContain("npx pnpm@12 start");
  });
});
