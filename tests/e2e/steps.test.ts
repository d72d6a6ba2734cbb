import { type WorkshopId, workshopId } from "@faelleskort/shared/model/ids.ts";
import { InvitesSchema } from "@faelleskort/shared/protocol/http.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import type { Browser } from "playwright";
import * as v from "valibot";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { readExport } from "./kit/board-file.ts";
import { Person } from "./kit/person.ts";

/** Lets a test move a person's time on: the page's own clock, and what it is told of the server's. */
async function withMovableTime(person: Person): Promise<void> {
  await person.page.clock.install();
  await person.page.route("**/api/time", async (route) => {
    const now = await person.page.evaluate(() => Date.now());
    await route.fulfill({ json: { now } });
  });
}

/** Counts the tones that a page plays, in `document.documentElement.dataset`. */
async function withCountedTones(person: Person): Promise<() => Promise<number>> {
  await person.page.addInitScript(() => {
    class Counted extends AudioContext {
      override createOscillator(): OscillatorNode {
        const { dataset } = document.documentElement;
        dataset["tones"] = String(Number(dataset["tones"] ?? 0) + 1);
        return super.createOscillator();
      }
    }
    Object.assign(window, { AudioContext: Counted });
  });
  return () => person.page.evaluate(() => Number(document.documentElement.dataset["tones"] ?? 0));
}

/** The plan, the timer and "everyone here", with one participant who sees what becomes of them. */
describe("the facilitator's steps", () => {
  let server: TestServer;
  let browser: Browser;
  let facilitator: Person;
  let anne: Person;
  let id: WorkshopId;
  let tones: () => Promise<number>;

  const sees = (person: Person, words: string | RegExp) =>
    eventually(`${person.name} to see ${String(words)}`, () =>
      person.page.getByText(words).filter({ visible: true }).first().isVisible(),
    );
  const heading = (person: Person) => person.page.getByRole("heading", { level: 1 }).innerText();
  const timeLeft = (person: Person) => person.page.locator("header").getByRole("timer").innerText();
  const zoom = (person: Person) => person.page.getByText(/^\d+ %$/).innerText();
  const isOn = (person: Person, sheet: string) =>
    eventually(`${person.name} to be on ${sheet}`, async () => {
      const tab = person.page.getByRole("tab", { name: sheet, exact: true });
      return (await tab.getAttribute("aria-selected")) === "true";
    });

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    facilitator = await Person.arrive(browser, "facilitator", "laptop");
    anne = await Person.arrive(browser, "anne", "laptop");
    tones = await withCountedTones(facilitator);
    for (const person of [facilitator, anne]) await withMovableTime(person);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail")
      for (const person of [facilitator, anne]) await person.picture("steps-failed");
  });
  afterAll(async () => {
    for (const person of [facilitator, anne]) await person?.page.unrouteAll({ behavior: "ignoreErrors" });
    await browser?.close();
    await server?.close();
  });

  it("begins with somebody there", async () => {
    await facilitator.page.goto(server.url);
    await facilitator.page.getByLabel("Hvilket område?").fill("Høje Gladsaxe");
    await facilitator.press("Start kortlægning");
    await facilitator.page.waitForURL(/\/w\//);
    id = workshopId(new URL(facilitator.page.url()).pathname.split("/")[2] ?? "");
    const response = await facilitator.context.request.get(`${server.url}${api.invites(id)}`);
    const { invites } = v.parse(InvitesSchema, await response.json());
    const link = invites.find(({ role }) => role === "participant")?.url;
    if (link === undefined) throw new Error("no invite for participants");
    await anne.join(link, "Biblioteket");
    await anne.saved();
  });

  it("a step that is left out is passed over, and can be taken in again", async () => {
    await facilitator.showPanel("Plan");
    await facilitator.press("Spring 1.2 Steder, der virker over");
    await facilitator.press("Næste trin: Skriv aktørkort");
    await sees(anne, "Skriv aktørkort");
    await facilitator.press("Tag 1.2 Steder, der virker med");
    await facilitator.press("Forrige trin: Steder, der virker");
    await eventually("Anne to be at 1.2", async () => (await heading(anne)).includes("Steder, der virker"));
  });

  it("a step's new name and minutes reach everybody; an emptied name gives the old one back", async () => {
    const name = facilitator.page.getByLabel("Navn på 1.2");
    await name.fill("Gode og dårlige steder");
    await name.press("Enter");
    await eventually("the new name", async () => (await heading(anne)).includes("Gode og dårlige steder"));
    const minutes = facilitator.page.getByLabel("Minutter til 1.2 Gode og dårlige steder");
    await minutes.fill("1");
    await minutes.press("Enter");
    await eventually("one minute", async () => (await timeLeft(anne)) === "1:00");
    // What is no number of minutes changes nothing.
    await minutes.fill("mange");
    await minutes.press("Enter");
    await expect.poll(() => minutes.inputValue()).toBe("1");
    await name.fill("");
    await name.press("Enter");
    await eventually("the old name", async () => (await heading(anne)).includes("Steder, der virker"));
    await facilitator.picture("plan");
  });

  it("STAGE-1 the timer ends for all at once, and rings once at the facilitator's", async () => {
    await facilitator.press("Start uret");
    await eventually("it to run", async () => (await timeLeft(anne)).startsWith("0:"));
    expect(await tones()).toBe(0);
    for (const person of [facilitator, anne]) await person.page.clock.fastForward(57_000);
    for (const person of [facilitator, anne]) await sees(person, "Tiden er gået");
    expect(await timeLeft(anne)).toBe("0:00");
    // Two tones are one ring.
    await expect.poll(tones).toBe(2);
    await facilitator.picture("time-over");
    for (const person of [facilitator, anne]) await person.page.clock.fastForward(3_000);
    expect(await tones()).toBe(2);
  });

  it("a minute more goes on, pause holds it, and reset gives the step's own time back; muted it doesn't ring", async () => {
    await facilitator.press("Læg et minut til");
    await eventually("more time", async () => /^(1:00|0:[1-5])/.test(await timeLeft(anne)));
    await facilitator.press("Sæt uret på pause");
    await sees(anne, "pause");
    await facilitator.press("Fortsæt uret");
    await facilitator.page.getByRole("switch", { name: "Lyd, når tiden er gået" }).click();
    for (const person of [facilitator, anne]) await person.page.clock.fastForward(58_000);
    await sees(facilitator, "Tiden er gået");
    expect(await tones()).toBe(2);
    await facilitator.press("Nulstil uret");
    await eventually("the step's own time", async () => (await timeLeft(anne)) === "1:00");
  });

  it("STAGE-4 brings everyone to the facilitator's sheet and zoom once; who moves away stays away", async () => {
    await facilitator.showSheet("Prioritering");
    await facilitator.press("Zoom ind");
    await facilitator.press("Zoom ind");
    await anne.showSheet("Aktører");
    await facilitator.press("Alle hertil");
    await sees(facilitator, "Alle er kaldt hertil.");
    await isOn(anne, "Prioritering");
    const wanted = await zoom(facilitator);
    await eventually("Anne to see it as large", async () => (await zoom(anne)) === wanted);
    await anne.picture("summoned");
    await anne.showSheet("Områdekort");
    // The stage changes for another reason.
    await facilitator.press("Næste trin: Skriv aktørkort");
    await sees(anne, "Skriv aktørkort");
    await anne.showSheet("Områdekort");
    await facilitator.press("Lås tavlen");
    await sees(anne, "Tavlen er låst");
    await isOn(anne, "Områdekort");
    await facilitator.press("Lås tavlen op");
    await facilitator.press("Alle hertil");
    await eventually("both on one sheet", async () => {
      const selected = (person: Person) =>
        person.page.getByRole("tab", { selected: true }).first().innerText();
      return (await selected(anne)) === (await selected(facilitator));
    });
  });

  it("a list of twenty lines put on the sheet becomes twenty cards, and one press takes them back", async () => {
    await facilitator.press("Næste trin: Hvem er de?");
    await sees(anne, "Hvem er de?");
    await anne.showSheet("Aktører");
    const names = Array.from({ length: 20 }, (_, index) => `Forening ${index + 1}`);
    await anne.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await anne.page.getByRole("application").focus();
    await anne.page.evaluate((text) => navigator.clipboard.writeText(text), names.join("\r\n"));
    await anne.page.keyboard.press("Control+V");
    const written = async () => {
      const { board } = await readExport(facilitator.context.request, server.url, id);
      return board.actors.map(({ name }) => name).sort();
    };
    await eventually("twenty cards", async () => (await written()).length === 20);
    expect(await written()).toEqual([...names].sort());
    await anne.saved();
    await anne.picture("pasted");
    await anne.page.keyboard.press("Control+Z");
    await eventually("none", async () => (await written()).length === 0);
  });

  it("has nothing to complain about", () => {
    for (const person of [facilitator, anne]) expect(person.complaints, person.name).toEqual([]);
  });
});
