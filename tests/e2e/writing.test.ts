import { workshopId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { InvitesSchema } from "@faelleskort/shared/protocol/http.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import type { Browser, Locator } from "playwright";
import * as v from "valibot";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { readExport } from "./kit/board-file.ts";
import { middleOf, shownAt } from "./kit/canvas-hand.ts";
import { Person } from "./kit/person.ts";

/** Names, and which way they run. */
const scripts = [
  ["نادي كرة القدم للآباء في الحي", "rtl"],
  ["Gençlik Merkezi İçin Gönüllüler", "ltr"],
  ["Ældresagens Rød-Grøn-Blå-gruppe på Åkæret", "ltr"],
] as const;

/** Words on the sheet, written where they stand, by several people, and what of them may be sent. */
describe("writing on the sheet", () => {
  let server: TestServer;
  let browser: Browser;
  let id: WorkshopId;
  let anne: Person;
  let bo: Person;
  let link: string;

  const board = async () => {
    const { board: written } = await readExport(anne.context.request, server.url, id);
    return written;
  };
  const actors = async () => (await board()).actors.filter(({ deleted }) => !deleted);
  const names = async () => (await actors()).map(({ name }) => name).sort();
  const refOf = async (name: string) => {
    const found = (await actors()).find((actor) => actor.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return { record: "actor", id: found.id } as const;
  };
  const paper = (person = anne) => person.page.getByRole("application");
  const cardField = (person = anne) => person.page.getByRole("textbox", { name: "Navnet på kortet" });
  const write = async (name: string) => {
    await paper().focus();
    await anne.page.keyboard.press("Escape");
    await anne.page.keyboard.press("n");
    await anne.page.getByRole("textbox", { name: "Hvem eller hvilket sted?" }).pressSequentially(name);
    await anne.page.keyboard.press("Escape");
    await eventually(`the card ${name}`, async () => (await names()).includes(name));
  };
  const doubleClick = async (person: Person, name: string) => {
    const { x, y } = middleOf(await shownAt(person, await refOf(name)));
    await person.page.mouse.dblclick(x, y);
  };
  /** How the words in the field are set: size, lines, direction. */
  const setting = (field: Locator) =>
    field.evaluate((element) => {
      const { fontSize, lineHeight, direction, fontFamily } = getComputedStyle(element);
      return {
        size: Number.parseFloat(fontSize),
        lines: Math.round(element.getBoundingClientRect().height / Number.parseFloat(lineHeight)),
        direction,
        isOurs: fontFamily.includes("IBM Plex Sans"),
      };
    });

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    anne = await Person.arrive(browser, "anne", "laptop");
    bo = await Person.arrive(browser, "bo", "laptop");
    await anne.page.goto(server.url);
    await anne.page.getByLabel("Hvilket område?").fill("Høje Gladsaxe");
    await anne.press("Start kortlægning");
    await anne.page.waitForURL(/\/w\//);
    id = workshopId(new URL(anne.page.url()).pathname.split("/")[2] ?? "");
    const response = await anne.context.request.get(`${server.url}${api.invites(id)}`);
    const { invites } = v.parse(InvitesSchema, await response.json());
    link = invites.find(({ role }) => role === "participant")?.url ?? "";
    await anne.press("Luk panelet");
    await anne.showSheet("Aktører");
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await anne.picture("writing-failed");
    if (task.result?.state === "fail") await bo.picture("writing-failed");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("EDIT-1 lays a field exactly over a card's words on a double click, and Escape finishes", async () => {
    await write("Foreningen Fair Play i Høje Gladsaxe");
    await anne.page.keyboard.press("Control+0");
    await doubleClick(anne, "Foreningen Fair Play i Høje Gladsaxe");
    const field = cardField();
    const card = await shownAt(anne, await refOf("Foreningen Fair Play i Høje Gladsaxe"));
    const box = await field.boundingBox();
    await anne.picture("writing-in-place");
    // Stripe and padding of an actor card at 100 %.
    expect(Math.abs((box?.x ?? 0) - (card.x + 42))).toBeLessThan(1.5);
    expect(Math.abs((box?.y ?? 0) - (card.y + 11))).toBeLessThan(1.5);
    expect(await setting(field)).toEqual({ size: 20, lines: 3, direction: "ltr", isOurs: true });
    await field.press("End");
    await field.pressSequentially(" Nord");
    await anne.page.keyboard.press("Escape");
    await eventually(
      "the longer name",
      async () => (await names()).join() === "Foreningen Fair Play i Høje Gladsaxe Nord",
    );
    expect(await field.count()).toBe(0);
    await expect.poll(() => paper().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("EDIT-2 lets two write in one card at once, letter by letter, and shows who writes", async () => {
    const name = "Foreningen Fair Play i Høje Gladsaxe Nord";
    await bo.join(link, "Biblioteket");
    await bo.showSheet("Aktører");
    await paper().focus();
    await anne.page.keyboard.press("Enter");
    await doubleClick(bo, name);
    const [ours, theirs] = [cardField(), cardField(bo)];
    await ours.press("Control+Home");
    await theirs.press("Control+End");
    for (const letter of "Den ") {
      // Each types a letter in turn.
      // oxlint-disable-next-line no-await-in-loop
      await Promise.all([ours.pressSequentially(letter), theirs.pressSequentially("!")]);
    }
    const both = `Den ${name}!!!!`;
    for (const field of [ours, theirs]) {
      // oxlint-disable-next-line no-await-in-loop
      await expect.poll(() => field.inputValue()).toBe(both);
    }
    await anne.picture("writing-together");
    // By now in smaller letters, and the field has shrunk with them.
    expect(await setting(ours)).toMatchObject({ lines: 3 });
    await anne.page.keyboard.press("Escape");
    await bo.page.keyboard.press("Escape");
    await eventually("both people's letters", async () => (await names()).join() === both);
    // Taking back concerns one's own letters.
    await paper().focus();
    await anne.page.keyboard.press("Control+z");
    await eventually("the other's letters alone", async () => (await names()).join() === `${name}!!!!`);
  });

  it.each(scripts)("EDIT-3 sets and wraps %s in the field as on the card", async (name, direction) => {
    await write(name);
    await anne.page.keyboard.press("Control+0");
    const ref = await refOf(name);
    await paper().focus();
    await anne.page.keyboard.press("Enter");
    const field = cardField();
    await field.waitFor();
    const box = await field.boundingBox();
    const card = await shownAt(anne, ref);
    await anne.picture(`writing-${direction}-${name.length}`);
    expect(await setting(field)).toMatchObject({ direction, isOurs: true });
    // As high as the lines that the canvas set: the field breaks where the card does.
    const lineHeight = await field.evaluate((element) =>
      Number.parseFloat(getComputedStyle(element).lineHeight),
    );
    const placed = await field.evaluate((element) =>
      Number.parseFloat(getComputedStyle(element).getPropertyValue("--least-height")),
    );
    expect(Math.round((box?.height ?? 0) / lineHeight)).toBe(Math.round(placed / lineHeight));
    expect(box?.width).toBeLessThan(card.width);
    await anne.page.keyboard.press("Escape");
  });

  it("PRIV-1 keeps a telephone number in the card's field, says so, and sends it when it isn't personal", async () => {
    await write("Beboerhuset");
    await doubleClick(anne, "Beboerhuset");
    const field = cardField();
    await field.press("End");
    await field.pressSequentially(", 39 57 50 00 hver dag");
    const hint = anne.page.getByText(/ligner et telefonnummer og er ikke sendt/);
    await hint.waitFor();
    await anne.picture("writing-personal");
    expect(await anne.status()).not.toBe("Gemt");
    expect(await names()).toContain("Beboerhuset, ");
    // Neither leaving the field nor loading the page again loses it, or sends it.
    await paper().click({ position: { x: 700, y: 500 } });
    expect(await hint.count()).toBe(1);
    await anne.press("Det er ikke personligt – send");
    await eventually("the number on the card", async () =>
      (await names()).includes("Beboerhuset, 39 57 50 00 hver dag"),
    );
    await field.press("Escape");
    await anne.saved();
  });

  it("PRIV-2 PRIV-4 never sends a CPR number; it outlasts a reload, and the rest goes once it is deleted", async () => {
    await doubleClick(bo, "Beboerhuset, 39 57 50 00 hver dag");
    const field = cardField(bo);
    await field.press("End");
    await field.pressSequentially(" ved 010190-1234");
    await bo.page.getByText(/ligner et CPR-nummer. Det bliver aldrig sendt/).waitFor();
    expect(await bo.button("Det er ikke personligt – send").count()).toBe(0);
    await bo.page.keyboard.press("Escape");
    await bo.page.keyboard.press("Escape");
    expect(await field.count()).toBe(0);
    expect(await bo.status()).toBe("Noget, du har skrevet, er ikke sendt. Se på kortet");
    await bo.page.reload();
    await bo.showSheet("Aktører");
    await doubleClick(bo, "Beboerhuset, 39 57 50 00 hver dag ved ");
    expect(await field.inputValue()).toBe("Beboerhuset, 39 57 50 00 hver dag ved 010190-1234");
    expect(JSON.stringify(await board())).not.toContain("0101");
    await field.fill("Beboerhuset, 39 57 50 00 hver dag ved torvet");
    await eventually("the rest", async () =>
      (await names()).includes("Beboerhuset, 39 57 50 00 hver dag ved torvet"),
    );
    await field.press("Escape");
    await bo.saved();
  });

  it("PRIV-1 asks before a new card with an address is written on the sheet, and on a phone", async () => {
    await paper().focus();
    await anne.page.keyboard.press("Escape");
    await anne.page.keyboard.press("n");
    const field = anne.page.getByRole("textbox", { name: "Hvem eller hvilket sted?" });
    await field.pressSequentially("Familien på Lindevænget 3");
    await anne.page.keyboard.press("Enter");
    await anne.page.getByText(/ligner en adresse, hvor nogen bor/).waitFor();
    await anne.picture("writing-address");
    await field.fill("Familierne på Lindevænget");
    await anne.page.keyboard.press("Enter");
    await eventually("the card", async () => (await names()).includes("Familierne på Lindevænget"));

    const eva = await Person.arrive(browser, "eva", "phone");
    await eva.join(link, "Naboerne");
    await eva.saved();
    const name = eva.page.getByRole("textbox", { name: "Hvem vil I samarbejde med?" });
    await name.fill("Ring 20 30 40 51");
    await name.press("Enter");
    await eva.page.getByText(/ligner et telefonnummer/).waitFor();
    await eva.picture("writing-personal");
    expect(await names()).not.toContain("Ring 20 30 40 51");
    await eva.press("Det er ikke personligt – send");
    await eventually("the card from the phone", async () => (await names()).includes("Ring 20 30 40 51"));
    expect(await name.inputValue()).toBe("");
    expect(eva.complaints).toEqual([]);
  });

  it("PRIV-4 a new card whose words may not be sent keeps its field, whatever else is begun", async () => {
    await paper().focus();
    await anne.page.keyboard.press("Escape");
    await anne.page.keyboard.press("n");
    const field = anne.page.getByRole("textbox", { name: "Hvem eller hvilket sted?" });
    await field.pressSequentially("Foreningen 010190-1234");
    const hint = anne.page.getByText(/ligner et CPR-nummer. Det bliver aldrig sendt/);
    // Another card is begun, another is opened, another sheet is shown.
    await paper().dblclick({ position: { x: 120, y: 460 } });
    await hint.waitFor();
    expect(await field.inputValue()).toBe("Foreningen 010190-1234");
    expect(await anne.status()).not.toBe("Gemt");
    await doubleClick(anne, "Familierne på Lindevænget");
    expect(await field.inputValue()).toBe("Foreningen 010190-1234");
    await anne.showSheet("Prioritering");
    await expect.poll(() => field.count()).toBe(0);
    expect(await anne.status()).not.toBe("Gemt");
    await anne.showSheet("Aktører");
    await hint.waitFor();
    await anne.picture("writing-new-held");
    await field.fill("Foreningen ved åen");
    await field.press("Enter");
    await eventually("the card", async () => (await names()).includes("Foreningen ved åen"));
    await anne.saved();
  });

  it("no page complained", () => expect([...anne.complaints, ...bo.complaints]).toEqual([]));
});
