import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { workshopId } from "@faelleskort/shared/model/ids.ts";
import { InvitesSchema } from "@faelleskort/shared/protocol/http.ts";
import { messageType, readRefused } from "@faelleskort/shared/protocol/messages.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import * as decoding from "lib0/decoding";
import type { Browser } from "playwright";
import * as v from "valibot";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { readExport } from "./kit/board-file.ts";
import { editFrame, boardFrom } from "./kit/hand-made.ts";
import { Person } from "./kit/person.ts";
import { cookieOf, openSocket } from "./kit/raw-socket.ts";

/** A free sheet as those meet it who don't point: its tab, its list, its texts, and what the facilitator locks. */
describe("a free sheet by its list", () => {
  let server: TestServer;
  let browser: Browser;
  let facilitator: Person;
  let anne: Person;

  const tab = (person: Person, name: string) => person.page.getByRole("tab", { name, exact: true });
  const list = (person: Person) => person.page.getByRole("tabpanel").last();
  const row = (person: Person, words: string) =>
    list(person).getByRole("listitem").filter({ hasText: words });
  /** The button of a message: the bar below has one of the same name. */
  const takeBack = (person: Person, message: string) =>
    person.page.getByText(message).locator("xpath=..").getByRole("button", { name: "Fortryd" });
  const dialog = (person: Person) => person.page.getByRole("dialog");
  const idOf = (person: Person) => workshopId(new URL(person.page.url()).pathname.split("/")[2] ?? "");

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    facilitator = await Person.arrive(browser, "facilitator", "laptop");
    anne = await Person.arrive(browser, "anne", "laptop");
    await facilitator.page.goto(server.url);
    await facilitator.page.getByLabel("Hvilket område?").fill("Høje Gladsaxe");
    await facilitator.press("Start kortlægning");
    await facilitator.page.waitForURL(/\/w\//);
    const response = await facilitator.context.request.get(`${server.url}${api.invites(idOf(facilitator))}`);
    const { invites } = v.parse(InvitesSchema, await response.json());
    const link = invites.find(({ role }) => role === "participant")?.url;
    if (link === undefined) throw new Error("no invite for participants");
    await anne.join(link, "Biblioteket");
    await anne.saved();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail")
      for (const person of [facilitator, anne]) await person.picture("free-list-failed");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("FREE-SHEET-1 the facilitator adds it and gives it a name; everybody finds it, nobody else can add one", async () => {
    await facilitator.press("Tilføj en fri tavle");
    const name = dialog(facilitator).getByLabel("Hvad skal tavlen hedde?");
    await expect.poll(() => name.inputValue()).toBe("Fri tavle");
    await name.fill("Gode idéer");
    await name.press("Enter");
    await tab(anne, "Gode idéer").click();
    expect(await tab(facilitator, "Gode idéer").getAttribute("aria-selected")).toBe("true");
    expect(await anne.button("Tilføj en fri tavle").count()).toBe(0);
    expect(await anne.button("Omdøb eller fjern Gode idéer").count()).toBe(0);
  });

  it("FREE-LIST-1 notes and texts are written, read, changed and deleted by keyboard alone", async () => {
    await anne.showPanel("Liste");
    const field = list(anne).getByLabel("Din tekst");
    await field.focus();
    await anne.page.keyboard.type("Åben skole om lørdagen");
    await anne.page.keyboard.press("Enter");
    await row(anne, "Åben skole om lørdagen").waitFor();
    await list(anne).getByRole("radio", { name: "Tekst" }).press("Space");
    await field.focus();
    await anne.page.keyboard.type("Hvad skal vi prøve først?");
    await anne.page.keyboard.press("Enter");
    await row(anne, "Hvad skal vi prøve først?").waitFor();

    await facilitator.showPanel("Liste");
    await row(facilitator, "Hvad skal vi prøve først?").getByRole("button").first().press("Enter");
    await dialog(facilitator).getByRole("textbox").fill("Hvad prøver vi først?");
    await facilitator.page.keyboard.press("Escape");
    await row(anne, "Hvad prøver vi først?").waitFor();
    await anne.picture("free-list");

    await anne.button("Slet Hvad prøver vi først?").press("Enter");
    await eventually(
      "it to be gone",
      async () => (await row(facilitator, "Hvad prøver vi først?").count()) === 0,
    );
    await takeBack(anne, "Det er slettet.").press("Enter");
    await row(facilitator, "Hvad prøver vi først?").waitFor();
  });

  it("FREE-LOCK-1 what the facilitator locks, a participant neither changes in the list nor by a frame made by hand", async () => {
    await row(facilitator, "Åben skole om lørdagen").getByRole("button").first().click();
    await dialog(facilitator)
      .getByRole("button", { name: "Lås, så kun facilitatoren kan ændre det" })
      .click();
    await facilitator.page.keyboard.press("Escape");
    await row(anne, "låst").waitFor();
    expect(await anne.button("Slet Åben skole om lørdagen").isDisabled()).toBe(true);
    await row(anne, "låst").getByRole("button").first().click();
    expect(await dialog(anne).getByRole("textbox").getAttribute("readonly")).not.toBeNull();
    await anne.picture("free-locked");
    await anne.page.keyboard.press("Escape");
    await facilitator.saved();

    const id = idOf(anne);
    const before = await readExport(anne.context.request, server.url, id);
    const socket = await openSocket({ server, id, cookie: await cookieOf(anne, server.url) });
    const doc = await boardFrom(socket);
    const [locked] = [...readBoard(doc).notesById.values()].filter((note) => note.locked);
    if (!locked) throw new Error("nothing is locked");
    const record = recordsOf(doc, "notes").get(locked.id);
    if (!(record instanceof Y.Map)) throw new Error("no such note");
    socket.send(editFrame(doc, () => record.set("locked", false)));
    const refusal = decoding.createDecoder(await socket.message(messageType.refused));
    decoding.readVarUint(refusal);
    expect(readRefused(refusal)).toMatchObject({ frame: 1, reason: "not-yours" });
    socket.close();
    const after = await readExport(anne.context.request, server.url, id);
    expect(after.board).toEqual(before.board);
  });

  it("shows the chosen tab, however many there are", async () => {
    for (const name of ["Planer for foråret i bydelen", "مجموعة الحي", "Penge", "Lokaler og nøgler"]) {
      await facilitator.press("Tilføj en fri tavle");
      const field = dialog(facilitator).getByLabel("Hvad skal tavlen hedde?");
      await field.fill(name);
      await field.press("Enter");
      await dialog(facilitator).waitFor({ state: "detached" });
    }
    const last = tab(facilitator, "Lokaler og nøgler");
    await expect.poll(() => last.getAttribute("aria-selected")).toBe("true");
    const reach = async () => {
      const [at, beside] = [
        await last.boundingBox(),
        await facilitator.button("Tilføj en fri tavle").boundingBox(),
      ];
      return at !== null && beside !== null && at.x >= 0 && at.x + at.width <= beside.x;
    };
    await expect.poll(reach).toBe(true);
    await facilitator.picture("free-tabs");
    await tab(facilitator, "Gode idéer").click();
  });

  it("PRIV-1 asks before a sheet's title is shown to all that looks personal, and never shows a CPR number", async () => {
    await facilitator.press("Omdøb eller fjern Gode idéer");
    const field = dialog(facilitator).getByRole("textbox");
    await field.fill("Ring 39 57 50 00");
    await facilitator.press("Gem navnet");
    await facilitator.page.getByText(/ligner et telefonnummer og er ikke sendt/).waitFor();
    await field.fill("Idéer 010190-1234");
    await facilitator.press("Gem navnet");
    await facilitator.page.getByText(/CPR/).first().waitFor();
    expect(await facilitator.button("Det er ikke personligt – send").count()).toBe(0);
    expect(await tab(anne, "Gode idéer").count()).toBe(1);
    await field.fill("Ring 39 57 50 00");
    await facilitator.press("Gem navnet");
    await facilitator.press("Det er ikke personligt – send");
    await tab(anne, "Ring 39 57 50 00").waitFor();
    await facilitator.press("Omdøb eller fjern Ring 39 57 50 00");
    await field.fill("Gode idéer");
    await facilitator.press("Gem navnet");
    await tab(anne, "Gode idéer").waitFor();
  });

  it("removed, it is gone for everybody and brought back with everything on it", async () => {
    await facilitator.press("Omdøb eller fjern Gode idéer");
    await facilitator.press("Fjern tavlen");
    await eventually("Anne to be elsewhere", async () => (await tab(anne, "Gode idéer").count()) === 0);
    await eventually(
      "Anne to see another sheet",
      async () =>
        (await anne.page.locator('[role="tab"][aria-selected="true"]').first().innerText()) !== "Gode idéer",
    );
    await takeBack(facilitator, "Gode idéer er fjernet for alle.").click();
    await tab(facilitator, "Gode idéer").waitFor();
    await row(facilitator, "Åben skole om lørdagen").waitFor();
    await row(anne, "Åben skole om lørdagen").waitFor();
    for (const person of [facilitator, anne]) expect(person.complaints).toEqual([]);
  });
});
