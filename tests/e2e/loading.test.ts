import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { readBuiltClient, scriptsFor, wholeBoard } from "../bundle/built-client.ts";
import { createWorkshop } from "../contracts/running-app.ts";
import { Person } from "./kit/person.ts";

/** What comes first, and what needn't be waited for. */
describe("opening a page", () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("the first page stands on a laptop's screen without scrolling, in both languages", async () => {
    const visitor = await Person.arrive(browser, "visitor", "laptop");
    await visitor.page.goto(server.url);
    for (const language of ["Dansk", "English"]) {
      await visitor.press(language);
      await visitor.page.locator("h1").waitFor();
      expect(await visitor.page.evaluate(() => document.documentElement.scrollHeight)).toBe(800);
    }
    await visitor.picture("start");
  });

  /** A phone whose requests can be held up: those of a service worker can't. */
  async function phone(): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      locale: "da-DK",
      serviceWorkers: "block",
    });
    return await context.newPage();
  }
  async function joinByPhone(page: Page): Promise<void> {
    const { invites } = await createWorkshop(server.url);
    await page.goto(invites.participant.url);
    await page.getByRole("button", { name: "Det er i orden" }).click();
    await page.getByRole("button", { name: "Gå ind" }).click();
    await page.waitForURL(/\/phone$/);
  }
  const nameOf = (page: Page) => page.getByLabel("Hvem vil I samarbejde med?");

  it("the board comes while the notice is read, and not before", async () => {
    const { invites } = await createWorkshop(server.url);
    const guest = await Person.arrive(browser, "guest", "laptop");
    const asked: string[] = [];
    guest.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await guest.page.route("**/api/join/preview", async (route) => {
      await answered;
      await route.continue();
    });
    await guest.page.goto(invites.participant.url, { waitUntil: "load" });
    await eventually("the page to ask where the link leads", () =>
      Promise.resolve(asked.includes("/api/join/preview")),
    );
    const ofBoard = () => asked.filter((path) => /\/assets\/(board-app|BoardPage)-.*\.js$/.test(path));
    expect(ofBoard()).toEqual([]);
    answer();
    await eventually("the board to be fetched", () => Promise.resolve(ofBoard().length === 2));
    expect(await guest.button("Det er i orden").isVisible()).toBe(true);
  });

  it("LOAD-4 whoever comes by a link is asked nothing they can't answer yet, and known when they come by it again", async () => {
    const { invites } = await createWorkshop(server.url);
    const guest = await Person.arrive(browser, "guest", "laptop");
    const refused: string[] = [];
    const said: string[] = [];
    guest.page.on("response", (response) => {
      if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
    });
    guest.page.on("console", (message) => {
      if (message.type() === "error") said.push(message.text());
    });
    await guest.join(invites.participant.url, "Biblioteket");
    await guest.saved();
    expect([refused, said]).toEqual([[], []]);
    await guest.page.goto("about:blank");
    await guest.page.goto(invites.facilitator.url);
    await guest.page.getByText("Biblioteket", { exact: true }).waitFor();
    await guest.press(/^Fortsæt/);
    await guest.page.waitForURL(/\/w\//);
    await guest.saved();
    expect([refused, said]).toEqual([[], []]);
  });

  it("LOAD-3 a board that is left to itself loads exactly the scripts that are counted", async () => {
    const { manifest } = await readBuiltClient();
    const { invites } = await createWorkshop(server.url);
    const anne = await Person.arrive(browser, "Anne", "laptop");
    await anne.join(invites.facilitator.url, "Anne");
    const loaded = new Set<string>();
    anne.page.on("requestfinished", (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/assets\/.*\.js$/.test(pathname)) loaded.add(pathname.slice(1));
    });
    await anne.page.reload({ waitUntil: "networkidle" });
    const counted = new Set(scriptsFor(manifest, wholeBoard(manifest)));
    await eventually("all of it to be loaded", () => Promise.resolve(counted.isSubsetOf(loaded)));
    expect([...loaded].filter((file) => !counted.has(file)).toSorted()).toEqual([]);
  });

  it.each(["board", "projector", "phone"] as const)(
    "LOAD-4 a %s opens its workshop once, and fetches nothing twice",
    async (view) => {
      const { invites } = await createWorkshop(server.url);
      const anne = await Person.arrive(browser, "Anne", view === "phone" ? "phone" : "laptop");
      await anne.join(invites.facilitator.url, "Anne");
      const [, id = ""] = /\/w\/([^/]+)/.exec(anne.page.url()) ?? [];
      const context = await browser.newContext({ locale: "da-DK", serviceWorkers: "block" });
      await context.addCookies(await anne.context.cookies());
      const page = await context.newPage();
      const [sockets, asked]: [string[], string[]] = [[], []];
      page.on("websocket", (socket) => sockets.push(new URL(socket.url()).pathname));
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`${server.url}/w/${id}${view === "board" ? "" : `/${view}`}`);
      await page
        .locator(view === "phone" ? "form" : "canvas")
        .first()
        .waitFor();
      await eventually("the workshop to be open", () => Promise.resolve(sockets.length >= 2));
      expect(sockets.toSorted()).toEqual([`/sync/${id}/board`, `/sync/${id}/stage`]);
      const once = asked.filter((path) => path.startsWith("/assets/") || path.endsWith("/me"));
      expect(once.filter((path, index) => once.indexOf(path) !== index)).toEqual([]);
      await context.close();
    },
  );

  it("LOAD-2 a phone's form takes a card before what opens the workshop has come, and sends it when it has", async () => {
    const page = await phone();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/assets\/workshop-/, async (route) => {
      await released;
      await route.continue();
    });
    await joinByPhone(page);
    await nameOf(page).fill("Cykelværkstedet");
    await page.getByText("Forening", { exact: true }).click();
    const send = page.getByRole("button", { name: "Send kort" });
    await send.click();
    await expect.poll(() => send.isDisabled()).toBe(true);
    await nameOf(page).press("End");
    await nameOf(page).pressSequentially(" på Torvet");
    release();
    await page.getByText("“Cykelværkstedet på Torvet” er skrevet").waitFor();
    expect(await nameOf(page).inputValue()).toBe("");
    expect(await nameOf(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await eventually("the card to be among one's own", () =>
      page.getByRole("listitem").filter({ hasText: "Cykelværkstedet på Torvet" }).isVisible(),
    );
    expect(asked.filter((path) => /board|Board|konva/.test(path))).toEqual([]);
    await page.context().close();
  });

  it("a page whose code can't be had says so, and comes when it can", async () => {
    const page = await phone();
    await joinByPhone(page);
    await nameOf(page).waitFor();
    await page.route(/\/assets\/board-app-/, (route) => route.abort());
    await page.getByRole("link", { name: "Til tavlen" }).click();
    await page.getByRole("heading", { name: "Vi kunne ikke hente siden" }).waitFor();
    await page.unroute(/\/assets\/board-app-/);
    await page.getByRole("button", { name: "Prøv igen" }).click();
    await page.locator("canvas").first().waitFor();
    await page.context().close();
  });
});
