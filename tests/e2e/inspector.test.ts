import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { adding } from "../abuse/kit/notes.ts";
import { enter } from "../contracts/raw-client.ts";
import { startMeeting } from "../contracts/running-app.ts";
import { launchBrowser } from "../kit/browser.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import * as Y from "yjs";

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  const entry = new URL(import.meta.resolve("@faelleskort/server/dev-server.ts"));
  [server, browser] = await Promise.all([startServer({ entry }), launchBrowser()]);
});
afterAll(async () => {
  await Promise.all([server.close(), browser.close()]);
});

it("WATCH-3 the inspector's page lists the rooms with who is in them, and the last ticks, as they come", async () => {
  const page = await browser.newPage();
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") failures.push(message.text());
  });
  await page.goto(`${server.url}/inspector`);
  await page.getByText("No workshop is open.").waitFor();
  const { id, participant, facilitator } = await startMeeting(server.url);
  const writer = await enter(server.url, participant);
  const reader = await enter(server.url, facilitator);
  await Promise.all([writer.roundTrip(), reader.roundTrip()]);
  const rooms = page.locator("#rooms tr");
  await expect.poll(() => rooms.count()).toBe(2);
  await expect
    .poll(() => rooms.first().locator("td").allTextContents())
    .toEqual(expect.arrayContaining([`${id.slice(0, 6)}…`, "board", "1"]));
  expect(await page.locator("#ticks tr").count()).toBe(0);
  writer.update(adding(new Y.Doc(), 1));
  await writer.saved(1);
  await expect.poll(() => page.locator("#ticks tr").count()).toBeGreaterThan(0);
  const tick = await page.locator("#ticks tr").first().locator("td").allTextContents();
  expect(tick).toEqual(expect.arrayContaining([`${id.slice(0, 6)}…`, "board", "1"]));
  expect(failures).toEqual([]);
  for (const client of [writer, reader]) client.close();
});
