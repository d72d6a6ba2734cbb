import type { Point, Rect } from "@faelleskort/client/canvas/geometry/rect.ts";
import { contains, covers } from "@faelleskort/client/canvas/geometry/rect.ts";
import { workshopId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { Browser } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { readExport } from "./kit/board-file.ts";
import { middleOf, restingAt } from "./kit/canvas-hand.ts";
import { Person } from "./kit/person.ts";

/** The first thing that is ever made on a sheet: the view doesn't know yet what the sheet will be, and the hand is on the paper. */
describe("the first card on an empty wall", () => {
  let server: TestServer;
  let browser: Browser;
  let anne: Person;
  let id: WorkshopId;

  const paper = () => anne.page.getByRole("application");
  const field = () => anne.page.getByRole("textbox", { name: "Hvem eller hvilket sted?" });
  /** Where the field lies over the sheet, once three frames have shown it there. */
  const fieldAt = async (): Promise<Rect> => {
    const seen = await field().evaluate(async (element) => {
      const rects: DOMRect[] = [];
      for (let frame = 0; frame < 3; frame += 1) {
        // oxlint-disable-next-line no-await-in-loop
        await new Promise((resolve) => requestAnimationFrame(resolve));
        rects.push(element.getBoundingClientRect());
      }
      return rects.map(({ x, y, width, height }) => ({ x, y, width, height }));
    });
    const [rect] = seen;
    if (!rect) throw new Error("there is no field");
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    return rect;
  };
  const cardCalled = async (name: string) => {
    const { board } = await readExport(anne.context.request, server.url, id);
    return board.actors.find((actor) => actor.name === name && !actor.deleted);
  };
  const written = async (name: string): Promise<Rect> => {
    const card = await eventually(
      `${name} to be on the board`,
      async () => (await cardCalled(name)) ?? false,
    );
    return restingAt(anne, { record: "actor", id: card.id });
  };
  const off = (at: Point, rect: Rect): number => {
    const { x, y } = middleOf(rect);
    return Math.hypot(at.x - x, at.y - y);
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
  });
  /** A workshop of its own for each test: a wall is empty only once. */
  beforeEach(async () => {
    anne = await Person.arrive(browser, "anne", "laptop");
    await anne.page.goto(server.url);
    await anne.page.getByLabel("Hvilket område?").fill("Høje Gladsaxe");
    await anne.press("Start kortlægning");
    await anne.page.waitForURL(/\/w\//);
    id = workshopId(new URL(anne.page.url()).pathname.split("/")[2] ?? "");
    await anne.press("Luk panelet");
    await anne.showSheet("Aktører");
    await paper().waitFor();
    return async () => {
      await anne.context.close();
      expect(anne.complaints).toEqual([]);
    };
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("HAND-11 lies under the hand that double clicks it, while it is written and afterwards", async () => {
    const hand = { x: 930, y: 320 };
    await anne.page.mouse.dblclick(hand.x, hand.y);
    const open = await fieldAt();
    expect(contains(open, hand)).toBe(true);
    expect(off(hand, open)).toBeLessThan(1);
    await field().pressSequentially("Skolen");
    expect(await fieldAt()).toEqual(open);
    await anne.page.keyboard.press("Escape");
    const card = await written("Skolen");
    expect(off(hand, card)).toBeLessThan(1);

    // The sheet is its writer's now: a panel that takes some of the room doesn't make it larger or smaller.
    await anne.press("Vis eller skjul panelet");
    await anne.page.getByRole("tab", { name: "Liste", exact: true }).waitFor();
    expect((await written("Skolen")).width).toBe(card.width);
  });

  it("HAND-11 lies there, too, when Tab goes on to the next one, written down by that", async () => {
    const hand = { x: 360, y: 560 };
    await anne.page.mouse.dblclick(hand.x, hand.y);
    await field().pressSequentially("Kirken");
    await anne.page.keyboard.press("Tab");
    await field().pressSequentially("Klubben");
    await anne.page.keyboard.press("Escape");
    expect(off(hand, await written("Kirken"))).toBeLessThan(1);
    await written("Klubben");
  });

  it("HAND-11 comes into view for whoever only looks at the empty wall", async () => {
    const writing = anne.page;
    const looking = await anne.context.newPage();
    await looking.goto(writing.url());
    await looking.getByRole("tab", { name: "Aktører", exact: true }).click();
    await looking.getByRole("application").waitFor();
    await writing.bringToFront();
    await writing.mouse.move(600, 400);
    await writing.mouse.wheel(4_000, 3_000);
    await writing.mouse.dblclick(600, 400);
    await field().pressSequentially("Skolen");
    await writing.keyboard.press("Escape");
    expect(off({ x: 600, y: 400 }, await written("Skolen"))).toBeLessThan(1);
    await looking.bringToFront();
    anne.page = looking;
    const box = await paper().boundingBox();
    if (!box) throw new Error("there is no canvas");
    expect(covers(box, await written("Skolen"))).toBe(true);
  });
});
