import { actorId, workshopId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { InvitesSchema } from "@faelleskort/shared/protocol/http.ts";
import { api, page as address } from "@faelleskort/shared/protocol/routes.ts";
import type { Browser } from "playwright";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { readExport } from "./kit/board-file.ts";
import { middleOf, restingAt } from "./kit/canvas-hand.ts";
import { Person } from "./kit/person.ts";
import { drag } from "./kit/sheet-map.ts";

const idOf = (index: number) => actorId(`crowd-${String(index).padStart(3, "0")}`);
const refOf = (index: number) => ({ record: "actor", id: idOf(index) }) as const;

/** Sixty cards in one circle of the priority model, under real pointers and fingers, and on the big screen. */
describe("a crowded circle", () => {
  let server: TestServer;
  let browser: Browser;
  let id: WorkshopId;
  let anne: Person;
  let bo: Person;
  let screen: Person;

  const exported = async () => readExport(anne.context.request, server.url, id);
  const placeOf = async (index: number) => {
    const { board } = await exported();
    return board.actors.find((actor) => actor.id === idOf(index))?.placement ?? null;
  };
  const paper = (person: Person) => person.page.getByRole("application").first();
  /** Spread out, every card has its own place. */
  const isSpread = async (person: Person) => {
    const [one, other] = [await restingAt(person, refOf(0)), await restingAt(person, refOf(1))];
    return one.x !== other.x || one.y !== other.y;
  };
  const becomes = (person: Person, spread: boolean) =>
    eventually(`the pile ${spread ? "spread out" : "gathered"} for ${person.name}`, async () => {
      return (await isSpread(person)) === spread;
    });

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    anne = await Person.arrive(browser, "anne", "laptop");
    bo = await Person.arrive(browser, "bo", "phone");
    screen = await Person.arrive(browser, "screen", "projector");
    await anne.page.goto(server.url);
    await anne.page.getByLabel("Hvilket område?").fill("Høje Gladsaxe");
    await anne.press("Start kortlægning");
    await anne.page.waitForURL(/\/w\//);
    id = workshopId(new URL(anne.page.url()).pathname.split("/")[2] ?? "");
    const file = await exported();
    const actors = Array.from({ length: 60 }, (_, index) => ({
      id: idOf(index),
      name: `Forening ${index}`,
      category: null,
      answers: { activities: "", partners: "", contribution: "" },
      onWhoCard: false,
      wall: null,
      placement: { x: 0.6 + (index % 7) * 0.04, y: 0.6 + (index % 11) * 0.03 },
      mergedInto: null,
      deleted: false,
      author: { label: "Anne", participantId: null },
      createdAt: index,
    }));
    const data = { ...file, board: { ...file.board, actors } };
    const imported = await anne.context.request.post(`${server.url}${api.import(id)}`, { data });
    expect(imported.ok()).toBe(true);
    const answer = await anne.context.request.get(`${server.url}${api.invites(id)}`);
    const { invites } = v.parse(InvitesSchema, await answer.json());
    await bo.join(invites.find(({ role }) => role === "participant")?.url ?? "", "SSP");
    await screen.join(invites.find(({ role }) => role === "observer")?.url ?? "", "Salen");
    await bo.page.goto(new URL(address.board(id), server.url).href);
    await screen.page.goto(new URL(address.projector(id), server.url).href);
    for (const person of [anne, bo]) {
      // oxlint-disable-next-line no-await-in-loop
      await person.showSheet("Prioritering");
    }
    await anne.press("Luk panelet");
    await paper(screen).waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("PILE-2 a press spreads it out, a card is read and opened there, and Escape gathers it", async () => {
    await becomes(anne, false);
    const pile = middleOf(await restingAt(anne, refOf(0)));
    await anne.page.mouse.click(pile.x, pile.y);
    await becomes(anne, true);
    const card = await restingAt(anne, refOf(12));
    // The name's letters, 17 of the card's 148 units, are 10 px high at least.
    expect(card.width).toBeGreaterThanOrEqual(148 * 0.6);
    const at = middleOf(card);
    await anne.page.mouse.click(at.x, at.y);
    await anne.press("Åbn");
    const dialog = anne.page.getByRole("dialog");
    const name = dialog.getByRole("textbox").first();
    await expect.poll(() => name.inputValue()).toBe("Forening 12");
    await anne.page.keyboard.press("Escape");
    await paper(anne).focus();
    await anne.page.keyboard.press("Escape");
    await becomes(anne, false);
  });

  it("PILE-3 the big screen shows it spread out, and gathered, with the facilitator", async () => {
    await becomes(screen, false);
    const pile = middleOf(await restingAt(anne, refOf(0)));
    await anne.page.mouse.click(pile.x, pile.y);
    await becomes(screen, true);
    await screen.picture("pile-spread");
  });

  it("PILE-2 a card is dragged out of it, and only that is written", async () => {
    const before = (await exported()).board.actors;
    const card = middleOf(await restingAt(anne, refOf(12)));
    const box = await paper(anne).boundingBox();
    if (!box) throw new Error("there is no canvas");
    // The model fills the sheet: its lower left quarter is the fourth circle.
    await drag(anne, card, { x: box.x + box.width * 0.42, y: box.y + box.height * 0.72 });
    await eventually("the card in another circle", async () => {
      const place = await placeOf(12);
      return place !== null && place.x < 0.5 && place.y < 0.5;
    });
    await becomes(anne, false);
    await becomes(screen, false);
    const after = (await exported()).board.actors;
    const unmoved = (list: typeof before) => JSON.stringify(list.filter((actor) => actor.id !== idOf(12)));
    expect(unmoved(after)).toBe(unmoved(before));
  });

  it("STAGE-4 everyone called, the big screen shows all that the caller sees, as large as it has room for", async () => {
    await anne.press("Zoom ind");
    await anne.press("Alle hertil");
    const boxOf = async (person: Person) => {
      const box = await paper(person).boundingBox();
      if (!box) throw new Error("there is no canvas");
      return box;
    };
    const [hers, large] = [await boxOf(anne), await boxOf(screen)];
    const scale = Math.min(large.width / hers.width, large.height / hers.height);
    const card = await restingAt(anne, refOf(12));
    await eventually("the card as large as it may be", async () => {
      return Math.abs((await restingAt(screen, refOf(12))).width - card.width * scale) < 0.5;
    });
    // As far from the middle, too.
    const fromMiddle = (box: typeof hers, at: { readonly x: number }) => at.x - box.x - box.width / 2;
    const there = await restingAt(screen, refOf(12));
    expect(Math.abs(fromMiddle(large, there) - fromMiddle(hers, card) * scale)).toBeLessThan(1);
    await anne.press("Vis det hele");
  });

  it("PILE-2 by keys alone: to the pile with an arrow, Enter, from card to card, and on to another circle", async () => {
    await paper(anne).focus();
    await anne.page.keyboard.press("Escape");
    await anne.press("Vis det hele");
    await paper(anne).focus();
    await eventually("the pile to be reached", async () => {
      await anne.page.keyboard.press("ArrowRight");
      return (await anne.button("Bred ud").count()) === 1;
    });
    await anne.page.keyboard.press("Enter");
    await becomes(anne, true);
    await anne.page.keyboard.press("ArrowRight");
    const written = JSON.stringify((await exported()).board.actors);
    expect(await anne.page.getByText("Felt 1: 59 kort").count()).toBe(1);
    await anne.page.keyboard.press("3");
    await eventually("a card in the third circle", async () => {
      const { actors } = (await exported()).board;
      return actors.some(({ placement }) => placement && placement.x < 0.5 && placement.y >= 0.5);
    });
    expect(JSON.stringify((await exported()).board.actors)).not.toBe(written);
    await anne.page.keyboard.press("Escape");
    await becomes(anne, false);
  });

  it("PILE-2 a finger spreads it out on a phone, and gathers it by its bar", async () => {
    await bo.press("Vis det hele");
    const pile = await restingAt(bo, refOf(0));
    // As large as a finger, with all of the model in view.
    expect(Math.min(pile.width, pile.height)).toBeGreaterThanOrEqual(40);
    const { x, y } = middleOf(pile);
    await bo.page.touchscreen.tap(x, y);
    await becomes(bo, true);
    const cards = await Promise.all([0, 5, 30].map((index) => restingAt(bo, refOf(index))));
    for (const card of cards) expect(card.width).toBeGreaterThanOrEqual(148 * 0.6);
    await bo.picture("pile-spread");
    const box = await paper(bo).boundingBox();
    if (!box) throw new Error("there is no canvas");
    const left = Math.min(
      ...(await Promise.all([0, 1, 2, 3].map((n) => restingAt(bo, refOf(n))))).map((r) => r.x),
    );
    await bo.page.touchscreen.tap(left + 20, box.y + 32);
    await becomes(bo, false);
    expect([anne, bo, screen].flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  it("says in the list where they lie", async () => {
    await anne.showPanel("Liste");
    await anne.page.getByText("På arket ligger de i en bunke.").waitFor();
  });
});
