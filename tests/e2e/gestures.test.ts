import type { Point, Rect } from "@faelleskort/client/canvas/geometry/rect.ts";
import type { Actor } from "@faelleskort/shared/model/actor.ts";
import { workshopId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { readExport } from "./kit/board-file.ts";
import { middleOf, restingAt, shownAt, touches } from "./kit/canvas-hand.ts";
import { Person } from "./kit/person.ts";

/** The wall under real pointers, wheels, fingers and keys; before each test all of it is in view and nothing is chosen. */
describe("gestures on the wall", () => {
  let server: TestServer;
  let browser: Browser;
  let id: WorkshopId;
  let anne: Person;
  let box: Rect;

  const paper = () => anne.page.getByRole("application");
  const actors = async (): Promise<readonly Actor[]> => {
    const { board } = await readExport(anne.context.request, server.url, id);
    return board.actors.filter(({ deleted }) => !deleted);
  };
  const actorNamed = async (name: string): Promise<Actor> => {
    const found = (await actors()).find((actor) => actor.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const refOf = async (name: string) => ({ record: "actor", id: (await actorNamed(name)).id }) as const;
  const place = async (name: string) => restingAt(anne, await refOf(name));
  const keys = async (...pressed: readonly string[]) => {
    for (const key of pressed) {
      // One key after the other, as a hand does.
      // oxlint-disable-next-line no-await-in-loop
      await anne.page.keyboard.press(key);
    }
  };
  /** Bare paper, far from every card. */
  const bare = (): Point => ({ x: box.x + 30, y: box.y + box.height - 140 });
  const movedBy = (from: Rect, to: Rect): Point => ({
    x: Math.round(to.x - from.x),
    y: Math.round(to.y - from.y),
  });
  /** Takes a card by its middle and carries it; it is in the hand. */
  const carry = async (name: string, by: Point): Promise<Point> => {
    const from = middleOf(await place(name));
    await anne.page.mouse.move(from.x, from.y);
    await anne.page.mouse.down();
    await anne.page.mouse.move(from.x + by.x, from.y + by.y, { steps: 6 });
    return from;
  };
  /** What is in the hand comes to the board at this distance from where it lay, on the screen. */
  const landed = async (name: string, before: Actor, by: Point) => {
    const shown = await shownAt(anne, await refOf(name));
    const zoom = shown.width / 200;
    await eventually(`${name} to lie where it was let go`, async () => {
      const { wall } = await actorNamed(name);
      if (!wall || !before.wall) return false;
      const far = { x: (wall.x - before.wall.x) * zoom, y: (wall.y - before.wall.y) * zoom };
      // The paper draws into line what nearly is.
      return Math.abs(far.x - by.x) < 12 && Math.abs(far.y - by.y) < 12;
    });
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    anne = await Person.arrive(browser, "anne", "laptop");
    await anne.page.goto(server.url);
    await anne.page.getByLabel("Hvilket område?").fill("Høje Gladsaxe");
    await anne.press("Start kortlægning");
    await anne.page.waitForURL(/\/w\//);
    id = workshopId(new URL(anne.page.url()).pathname.split("/")[2] ?? "");
    await anne.press("Luk panelet");
    await anne.showSheet("Aktører");
    await paper().focus();
    await keys("n");
    const field = anne.page.getByRole("textbox", { name: "Hvem eller hvilket sted?" });
    for (const name of ["Skolen", "Kirken", "Klubben"]) {
      // oxlint-disable-next-line no-await-in-loop
      await field.pressSequentially(name);
      // oxlint-disable-next-line no-await-in-loop
      await keys("Tab");
    }
    await keys("Escape");
    await eventually("three cards", async () => (await actors()).length === 3);
    await anne.saved();
    const area = await paper().boundingBox();
    if (!area) throw new Error("there is no canvas");
    box = area;
  });
  beforeEach(async () => {
    await paper().focus();
    await keys("Escape", "v", "Shift+1");
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await anne.picture("gestures-failed");
  });
  afterAll(async () => {
    expect(anne.complaints).toEqual([]);
    await browser?.close();
    await server?.close();
  });

  it("HAND-8 Space and the middle button move the paper, and no card with it", async () => {
    const before = JSON.stringify(await actors());
    const { mouse, keyboard } = anne.page;
    const start = await place("Skolen");
    const on = middleOf(start);
    await mouse.move(on.x, on.y);
    await keyboard.down("Space");
    await mouse.down();
    await mouse.move(on.x + 50, on.y + 30, { steps: 4 });
    await mouse.up();
    await keyboard.up("Space");
    const panned = await place("Skolen");
    expect(movedBy(start, panned)).toEqual({ x: 50, y: 30 });
    await mouse.down({ button: "middle" });
    await mouse.move(on.x + 20, on.y + 70, { steps: 4 });
    await mouse.up({ button: "middle" });
    expect(movedBy(panned, await place("Skolen"))).toEqual({ x: -30, y: 40 });
    expect(JSON.stringify(await actors())).toBe(before);
  });

  it("HAND-8 a button pressed by the pointer leaves the keys to the sheet: Delete and Space mean what lies there", async () => {
    const { mouse, keyboard } = anne.page;
    const tool = anne.button("Vælg og flyt kort");
    const on = middleOf(await place("Klubben"));
    await mouse.click(on.x, on.y);
    await tool.click();
    await keys("Delete");
    await eventually("two cards", async () => (await actors()).length === 2);
    await anne.button("Fortryd").first().click();
    await eventually("three cards", async () => (await actors()).length === 3);
    const start = await place("Skolen");
    await tool.click();
    const spot = bare();
    await mouse.move(spot.x, spot.y);
    await keyboard.down("Space");
    await mouse.down();
    await mouse.move(spot.x + 40, spot.y - 20, { steps: 4 });
    await mouse.up();
    await keyboard.up("Space");
    expect(movedBy(start, await place("Skolen"))).toEqual({ x: 40, y: -20 });
    // By Tab a button is reached as ever, and Enter presses it.
    await tool.focus();
    await keys("Tab", "Enter");
    expect(await anne.button("Flyt udsnittet").getAttribute("aria-pressed")).toBe("true");
    await tool.click();
  });

  it("HAND-8 the wheel moves the paper; with Ctrl it zooms at the pointer, what lies there stays", async () => {
    const { mouse, keyboard } = anne.page;
    const start = await place("Kirken");
    const on = middleOf(start);
    await mouse.move(on.x, on.y);
    await mouse.wheel(-40, -25);
    const panned = await place("Kirken");
    expect(movedBy(start, panned)).toEqual({ x: 40, y: 25 });
    const spot = middleOf(panned);
    await mouse.move(spot.x, spot.y);
    await keyboard.down("Control");
    await mouse.wheel(0, 60);
    await keyboard.up("Control");
    await eventually(
      "the cards to be smaller",
      async () => (await place("Kirken")).width < panned.width * 0.9,
    );
    const still = middleOf(await place("Kirken"));
    expect(Math.hypot(still.x - spot.x, still.y - spot.y)).toBeLessThan(1.5);
  });

  it("HAND-8 Shift+1 shows all, Shift+2 what is selected, Ctrl+0 in its own size", async () => {
    const skolen = await place("Skolen");
    const all = [skolen, await place("Kirken"), await place("Klubben")];
    for (const { x, y, width, height } of all) {
      expect(
        x >= box.x && y >= box.y && x + width <= box.x + box.width && y + height <= box.y + box.height,
      ).toBe(true);
    }
    await keys("Control+0");
    await eventually("cards at 100 %", async () => (await place("Skolen")).width === 200);
    await keys("Shift+1");
    const { x, y } = middleOf(await place("Klubben"));
    await anne.page.mouse.click(x, y);
    await keys("Shift+2");
    await eventually("what is selected in the middle", async () => {
      const at = middleOf(await place("Klubben"));
      return Math.abs(at.x - box.x - box.width / 2) < 2 && Math.abs(at.y - box.y - box.height / 2) < 2;
    });
  });

  it("HAND-8 on bare paper the pointer draws a lasso, Delete takes what it caught, and Ctrl+Shift+Z does what Ctrl+Z undid", async () => {
    const { mouse } = anne.page;
    await mouse.move(box.x + 4, box.y + 60);
    await mouse.down();
    await mouse.move(box.x + box.width - 90, box.y + box.height - 140, { steps: 6 });
    await mouse.up();
    await keys("Delete");
    await eventually("no card", async () => (await actors()).length === 0);
    await keys("Control+z");
    await eventually("three cards", async () => (await actors()).length === 3);
    await keys("Control+Shift+z");
    await eventually("no card again", async () => (await actors()).length === 0);
    await keys("Control+z");
    await eventually("three cards again", async () => (await actors()).length === 3);
  });

  it("HAND-8 Ctrl+X and Ctrl+V carry a card away and lay it where the pointer is", async () => {
    const { id: before } = await actorNamed("Klubben");
    const { x, y } = middleOf(await place("Klubben"));
    await anne.page.mouse.click(x, y);
    await keys("Control+x");
    await eventually("two cards", async () => (await actors()).length === 2);
    await keys("Control+v");
    await eventually("another of it", async () => (await actorNamed("Klubben")).id !== before);
    await keys("Control+z", "Control+z");
    await eventually("all as it was", async () => (await actorNamed("Klubben")).id === before);
    expect(await actors()).toHaveLength(3);
  });

  it("HAND-9 what is in the hand lands when the pointer leaves the window and lets go outside", async () => {
    const before = await actorNamed("Skolen");
    const from = await carry("Skolen", { x: 0, y: 60 });
    await anne.page.mouse.move(from.x, 820, { steps: 3 });
    await anne.page.mouse.move(from.x + 10, -40, { steps: 3 });
    await anne.page.mouse.move(from.x + 90, box.y + 260, { steps: 3 });
    const held = await shownAt(anne, await refOf("Skolen"));
    await anne.page.mouse.move(from.x + 90, -30, { steps: 1 });
    await anne.page.mouse.up();
    await eventually("the card to have moved", async () => {
      const { wall } = await actorNamed("Skolen");
      return wall?.x !== before.wall?.x || wall?.y !== before.wall?.y;
    });
    expect(held.width).toBeGreaterThan(0);
    await keys("Control+z");
    await eventually(
      "it lies as it lay",
      async () => (await actorNamed("Skolen")).wall?.y === before.wall?.y,
    );
  });

  it("HAND-9 what is in the hand lands when a second finger comes", async () => {
    const before = await actorNamed("Kirken");
    const from = middleOf(await place("Kirken"));
    const hand = await touches(anne);
    await hand.down(from);
    await hand.move({ x: from.x + 30, y: from.y + 40 });
    await hand.move({ x: from.x + 60, y: from.y + 90 });
    await hand.down({ x: from.x + 60, y: from.y + 90 }, { x: from.x + 160, y: from.y + 90 });
    await hand.up();
    await landed("Kirken", before, { x: 60, y: 90 });
    await keys("Control+z");
    await eventually(
      "it lies as it lay",
      async () => (await actorNamed("Kirken")).wall?.y === before.wall?.y,
    );
  });

  it("HAND-9 what is in the hand lands when the tab is hidden", async () => {
    const before = await actorNamed("Klubben");
    await carry("Klubben", { x: 70, y: 80 });
    await hidden(async () => {
      await landed("Klubben", before, { x: 70, y: 80 });
    });
    // The button is up, or down, when one comes back: nothing hangs on the pointer.
    await anne.page.mouse.up();
    await anne.page.mouse.move(bare().x, bare().y, { steps: 3 });
    await landed("Klubben", before, { x: 70, y: 80 });
    await keys("Control+z");
    await eventually(
      "it lies as it lay",
      async () => (await actorNamed("Klubben")).wall?.y === before.wall?.y,
    );
  });

  it("HAND-9 what is in the hand lands when another page comes to the front", async () => {
    const before = await actorNamed("Kirken");
    const other = await anne.context.newPage();
    // Playwright has every page believe that it is in front; this one is to know.
    const session = await anne.context.newCDPSession(anne.page);
    await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
    const isInFront = () => anne.page.evaluate(() => document.hasFocus());
    await anne.page.bringToFront();
    await eventually("the board in front", isInFront);
    await carry("Kirken", { x: -40, y: 90 });
    await other.bringToFront();
    await eventually("the other page in front", async () => !(await isInFront()));
    await landed("Kirken", before, { x: -40, y: 90 });
    await anne.page.bringToFront();
    await eventually("the board in front again", isInFront);
    await anne.page.mouse.up();
    await anne.page.mouse.move(bare().x, bare().y, { steps: 3 });
    await landed("Kirken", before, { x: -40, y: 90 });
    await session.send("Emulation.setFocusEmulationEnabled", { enabled: true });
    await session.detach();
    await other.close();
    await paper().focus();
    await keys("Control+z");
    await eventually(
      "it lies as it lay",
      async () => (await actorNamed("Kirken")).wall?.y === before.wall?.y,
    );
  });

  it("HAND-9 what is in the hand lands when the connection drops meanwhile", async () => {
    const before = await actorNamed("Skolen");
    await carry("Skolen", { x: 60, y: 80 });
    await anne.context.setOffline(true);
    await anne.page.mouse.up();
    await anne.context.setOffline(false);
    await landed("Skolen", before, { x: 60, y: 80 });
    await keys("Control+z");
    await eventually(
      "it lies as it lay",
      async () => (await actorNamed("Skolen")).wall?.y === before.wall?.y,
    );
  });

  it("HAND-9 a card that somebody else deletes leaves the hand, and nothing hangs on the pointer", async () => {
    await keys("n");
    await anne.page.getByRole("textbox", { name: "Hvem eller hvilket sted?" }).pressSequentially("Boden");
    await keys("Enter", "Escape", "Shift+1");
    await eventually("four cards", async () => (await actors()).length === 4);
    await anne.saved();
    const other = await anne.context.newPage();
    await other.goto(anne.page.url());
    await other.getByRole("tab", { name: "Aktører", exact: true }).click();
    await other.getByRole("tab", { name: "Liste", exact: true }).click();
    await anne.page.bringToFront();
    await carry("Boden", { x: 30, y: 60 });
    const row = other.getByRole("listitem").filter({ hasText: "Boden" });
    await row.getByRole("button").first().click();
    await other.getByRole("dialog").getByRole("button", { name: /Slet/ }).click();
    await eventually("three cards", async () => (await actors()).length === 3);
    await anne.page.mouse.move(bare().x, bare().y, { steps: 3 });
    await anne.page.mouse.up();
    await other.close();
    expect((await actors()).map(({ name }) => name).sort()).toEqual(["Kirken", "Klubben", "Skolen"]);
  });

  it("HAND-10 a finger drags a card and moves bare paper, and a touched card shows a button to edit it", async () => {
    const before = await actorNamed("Klubben");
    const hand = await touches(anne);
    const from = middleOf(await place("Klubben"));
    await hand.down(from);
    await hand.move({ x: from.x + 20, y: from.y + 40 });
    await hand.move({ x: from.x + 40, y: from.y + 70 });
    await hand.up();
    await landed("Klubben", before, { x: 40, y: 70 });
    const start = await place("Klubben");
    const spot = bare();
    await hand.down(spot);
    await hand.move({ x: spot.x + 30, y: spot.y - 20 });
    await hand.move({ x: spot.x + 60, y: spot.y - 40 });
    await hand.up();
    expect(movedBy(start, await place("Klubben"))).toEqual({ x: 60, y: -40 });
    const at = middleOf(await place("Klubben"));
    await hand.down(at);
    await hand.up();
    await anne.press("Rediger");
    await paper().locator("xpath=..").getByRole("textbox").waitFor();
    await keys("Escape");
  });

  /**
   * A browser without a screen never hides a page, neither under another tab nor in a window made small: the page is told what it would be
   * told.
   */
  async function hidden(meanwhile: () => Promise<void>): Promise<void> {
    const tell = (state: DocumentVisibilityState) =>
      anne.page.evaluate((now) => {
        Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    await tell("hidden");
    await meanwhile();
    await tell("visible");
  }
});
