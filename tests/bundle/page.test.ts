import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright";
import { launchBrowser } from "../kit/browser.ts";
import { startServer, type TestServer } from "../kit/server.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

test("the first page shows itself in a real browser: nothing barred, nothing missing, nobody else called", async () => {
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url)) troubles.push(`calls ${request.url()}`);
  });
  const answer = await page.goto(server.url, { waitUntil: "networkidle" });
  expect(answer?.headers()["content-security-policy"]).toContain("script-src 'self'");
  await page.locator("#root h1").waitFor();
  expect(await page.locator("html").getAttribute("lang")).toMatch(/^(da|en)$/);
  expect(troubles).toEqual([]);
});

test("a script written into the page is barred, so that the check above could have failed", async () => {
  const page = await browser.newPage();
  await page.goto(server.url);
  const barred = page.waitForEvent("console", (message) =>
    message.text().includes("Content Security Policy"),
  );
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.gotIn = true";
    document.body.append(script);
  });
  await barred;
  expect(await page.evaluate(() => "gotIn" in globalThis)).toBe(false);
});
