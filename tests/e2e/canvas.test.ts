import type { Actor } from "@faelleskort/shared/model/actor.ts";
import { workshopId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { InvitesSchema } from "@faelleskort/shared/protocol/http.ts";
import { api, page as address } from "@faelleskort/shared/protocol/routes.ts";
import type { Browser } from "playwright";
import * as v from "valibot";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { readExport } from "./kit/board-file.ts";
import { fingers, middleOf, restingAt, shownAt } from "./kit/canvas-hand.ts";
import { Person } from "./kit/person.ts";

/** The canvas under real pointers, wheels, keys and fingers. Each test goes on where the one before left off. */
describe("the canvas", () => {
  let server: TestServer;
  let browser: Browser;
  let id: WorkshopId;
  let anne: Person;
  let bo: Person;

  const board = async (workshop = id) => {
    const { board: written } = await readExport(anne.context.request, server.url, workshop);
    return written;
  };
  const actors = async (workshop = id): Promise<readonly Actor[]> =>
    (await board(workshop)).actors.filter(({ deleted }) => !deleted);
  const names = async (workshop = id) => (await actors(workshop)).map(({ name }) => name).sort();
  const actorNamed = async (name: string): Promise<Actor> => {
    const found = (await actors()).find((actor) => actor.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const refOf = async (name: string) => ({ record: "actor", id: (await actorNamed(name)).id }) as const;
  const place = async (name: string) => shownAt(anne, await refOf(name));
  const paper = (person = anne) => person.page.getByRole("application");
  const keys = async (...pressed: readonly string[]) => {
    for (const key of pressed) {
      // One key after the other, as a hand does.
      // oxlint-disable-next-line no-await-in-loop
      await anne.page.keyboard.press(key);
    }
  };
  const start = async (person: Person, area: string) => {
    await person.page.goto(server.url);
    await person.page.getByLabel("Hvilket område?").fill(area);
    await person.press("Start kortlægning");
    await person.page.waitForURL(/\/w\//);
    await person.press("Luk panelet");
    await person.showSheet("Aktører");
    await paper(person).focus();
    return workshopId(new URL(person.page.url()).pathname.split("/")[2] ?? "");
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    anne = await Person.arrive(browser, "anne", "laptop");
    bo = await Person.arrive(browser, "bo", "phone");
    id = await start(anne, "Høje Gladsaxe");
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await anne.picture("canvas-failed");
    if (task.result?.state === "fail") await bo.picture("canvas-failed");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("writes one card after the other with N, Tab and Enter", async () => {
    await keys("n");
    const field = anne.page.getByRole("textbox", { name: "Hvem eller hvilket sted?" });
    await field.pressSequentially("Skolen");
    await keys("Tab");
    await field.pressSequentially("Kirken");
    await keys("Enter", "Tab");
    await field.pressSequentially("SSP");
    await keys("Escape");
    await eventually("three cards", async () => (await names()).join() === "Kirken,SSP,Skolen");
    const [first, second] = [await place("Skolen"), await place("Kirken")];
    expect(second.y).toBe(first.y);
    expect(second.x).toBeGreaterThan(first.x + first.width);
  });

  it("goes from card to card with the arrows, moves with them, and lets go with Escape", async () => {
    const before = await actorNamed("SSP");
    await keys("Escape", "ArrowRight", "Control+ArrowLeft", "Control+ArrowRight");
    expect(await anne.button("Åbn").count()).toBe(1);
    await keys("Escape");
    expect(await anne.button("Åbn").count()).toBe(0);
    const { x, y } = middleOf(await place("SSP"));
    await anne.page.mouse.click(x, y);
    await keys("Shift+ArrowDown");
    await eventually("the card a big step down", async () => {
      const { wall } = await actorNamed("SSP");
      return wall && before.wall && wall.y === before.wall.y + 100;
    });
  });

  it("HAND-2 chooses the hand with H and the arrow with V, unless single keys are switched off", async () => {
    const hand = anne.button("Flyt udsnittet");
    await keys("h");
    await expect.poll(() => hand.getAttribute("aria-pressed")).toBe("true");
    await keys("v");
    await expect.poll(() => hand.getAttribute("aria-pressed")).toBe("false");
    await anne.showPanel("Personer");
    const choice = anne.page.getByRole("checkbox", { name: /Genveje med én tast/ });
    await choice.uncheck();
    await paper().focus();
    await keys("h", "n");
    expect(await hand.getAttribute("aria-pressed")).toBe("false");
    expect(await anne.page.getByRole("textbox", { name: "Hvem eller hvilket sted?" }).count()).toBe(0);
    await anne.showPanel("Personer");
    await choice.check();
    await anne.press("Luk panelet");
  });

  it("HAND-1 copies by Alt-drag and Ctrl+D, and takes each back in one step", async () => {
    const from = middleOf(await place("Skolen"));
    await anne.page.keyboard.down("Alt");
    await anne.page.mouse.move(from.x, from.y);
    await anne.page.mouse.down();
    await anne.page.mouse.move(from.x - 40, from.y + 150, { steps: 8 });
    await anne.page.mouse.up();
    await anne.page.keyboard.up("Alt");
    await eventually("two of Skolen", async () => (await names()).join() === "Kirken,SSP,Skolen,Skolen");
    await keys("Control+d");
    await eventually("three of Skolen", async () => (await names()).length === 5);
    await keys("Control+z", "Control+z");
    await eventually("one of Skolen", async () => (await names()).join() === "Kirken,SSP,Skolen");
  });

  it("HAND-1 takes cards to another workshop with all that is on them, and names to other programs", async () => {
    const { x, y } = middleOf(await place("Kirken"));
    await anne.page.mouse.click(x, y);
    await keys("Shift+Enter");
    await anne.page.getByRole("dialog").getByLabel("Hvad laver de?").fill("Højskolesang om torsdagen");
    await anne.saved();
    await keys("Escape");
    await paper().focus();
    await keys("Control+a", "Control+c");
    const other = await anne.context.newPage();
    const here = anne.page;
    anne.page = other;
    const there = await start(anne, "Mørkhøj");
    await keys("Control+v");
    await eventually("three cards there", async () => (await names(there)).join() === "Kirken,SSP,Skolen");
    const kirken = (await actors(there)).find(({ name }) => name === "Kirken");
    expect(kirken?.answers.activities).toBe("Højskolesang om torsdagen");
    await anne.press("Nyt kort");
    await paper().click({ position: { x: 60, y: 60 } });
    const field = anne.page.getByRole("textbox", { name: "Hvem eller hvilket sted?" });
    await field.press("Control+v");
    expect((await field.inputValue()).split("\n").sort()).toEqual(["Kirken", "SSP", "Skolen"]);
    await other.close();
    anne.page = here;
    await anne.page.bringToFront();
  });

  it("HAND-1 makes one card per pasted line, and one note of all when asked", async () => {
    await paper().focus();
    await anne.page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "Jobcentret\nVores HG");
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    });
    await eventually("five cards", async () => (await names()).length === 5);
    await anne.press("Gør til én seddel");
    await eventually("three cards and a note", async () => {
      const { notes } = await board();
      return (await names()).length === 3 && notes.some(({ text }) => text === "Jobcentret\nVores HG");
    });
    // Each was one step; and nothing lies on the cards that are pressed in what follows.
    await keys("Control+z");
    await eventually("five cards again", async () => (await names()).length === 5);
    await keys("Control+z");
    await eventually("three cards again", async () => (await names()).length === 3);
  });

  it("HAND-7 draws into line while dragging, not with Ctrl held, and carries past the edge", async () => {
    await anne.press("Vis i 100 %");
    await anne.press("Vis det hele");
    const target = await place("Skolen");
    const moved = await place("SSP");
    const from = middleOf(moved);
    const { mouse } = anne.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    const left = target.x + 4 - moved.x;
    await mouse.move(from.x + left, from.y + 20, { steps: 5 });
    await mouse.up();
    await eventually("the left edges in line", async () => {
      const [a, b] = [await actorNamed("Skolen"), await actorNamed("SSP")];
      return a.wall !== null && a.wall.x === b.wall?.x;
    });
    // From there a little to the side and back: only with Ctrl it may lie so near, and not in line.
    const grip = middleOf(await place("SSP"));
    await mouse.move(grip.x, grip.y);
    await mouse.down();
    await anne.page.keyboard.down("Control");
    await mouse.move(grip.x + 40, grip.y, { steps: 3 });
    await mouse.move(grip.x + 3, grip.y, { steps: 3 });
    await mouse.up();
    await anne.page.keyboard.up("Control");
    await eventually("the left edges a little out of line", async () => {
      const [a, b] = [await actorNamed("Skolen"), await actorNamed("SSP")];
      const out = (b.wall?.x ?? 0) - (a.wall?.x ?? 0);
      return out > 0 && out < 10;
    });
    const box = await paper().boundingBox();
    if (!box) throw new Error("there is no canvas");
    const again = middleOf(await place("SSP"));
    await mouse.move(again.x, again.y);
    await mouse.down();
    await mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await mouse.move(box.x + 3, box.y + box.height / 2, { steps: 4 });
    const before = (await place("Kirken")).x;
    await eventually("the paper to come along", async () => (await place("Kirken")).x > before + 300);
    await mouse.up();
    await eventually("the card left of all", async () => {
      const [ssp, skolen] = [await actorNamed("SSP"), await actorNamed("Skolen")];
      return (ssp.wall?.x ?? 0) < (skolen.wall?.x ?? 0) - 300;
    });
  });

  it("TIDY-1 tidies everything up by kind, in one step", async () => {
    const before = await actors();
    await keys("Escape");
    await anne.press("Ordn efter slags");
    await eventually("a column", async () => {
      const xs = new Set((await actors()).map(({ wall }) => wall?.x));
      return xs.size < before.length;
    });
    await keys("Control+z");
    await eventually("all as it was", async () => {
      const walls = (list: readonly Actor[]) => JSON.stringify(list.map(({ id: of, wall }) => [of, wall]));
      return walls(await actors()) === walls(before);
    });
  });

  it("goes where one presses on the minimap, and hides it when all is in view", async () => {
    const minimap = anne.page.locator("main canvas[aria-hidden]");
    await anne.press("Vis det hele");
    await expect.poll(() => minimap.isVisible()).toBe(false);
    await anne.press("Zoom ind");
    await anne.press("Zoom ind");
    await anne.press("Zoom ind");
    await expect.poll(() => minimap.isVisible()).toBe(true);
    const before = (await place("Skolen")).x;
    await minimap.click({ position: { x: 3, y: 50 } });
    const left = (await place("Skolen")).x;
    expect(left).toBeGreaterThan(before);
    await minimap.click({ position: { x: 160, y: 50 } });
    expect((await place("Skolen")).x).toBeLessThan(left);
    await anne.press("Vis det hele");
  });

  it("HAND-5 shows the menu under the right button, and by the menu key", async () => {
    const { x, y } = middleOf(await place("Skolen"));
    await anne.page.mouse.click(x, y, { button: "right" });
    await anne.page.getByRole("menuitem", { name: "Lav en kopi" }).click();
    await eventually("four cards", async () => (await names()).length === 4);
    await keys("Control+z");
    await eventually("three cards", async () => (await names()).length === 3);
    await anne.page.mouse.click(x, y);
    for (const key of ["ContextMenu", "Shift+F10"]) {
      // oxlint-disable-next-line no-await-in-loop
      await keys(key);
      // oxlint-disable-next-line no-await-in-loop
      await anne.page.getByRole("menuitem", { name: "Lav en kopi" }).waitFor();
      // oxlint-disable-next-line no-await-in-loop
      await keys("Escape");
    }
  });

  it("on a phone's screen opens a card, and a finger that lies still shows the menu", async () => {
    const response = await anne.context.request.get(`${server.url}${api.invites(id)}`);
    const { invites } = v.parse(InvitesSchema, await response.json());
    const invite = invites.find(({ role }) => role === "participant");
    await bo.join(invite?.url ?? "", "SSP");
    await bo.page.goto(new URL(address.board(id), server.url).href);
    await bo.showSheet("Aktører");
    await bo.saved();
    await bo.press("Vis det hele");
    const skolen = await refOf("Skolen");
    const at = middleOf(await shownAt(bo, skolen));
    await bo.page.touchscreen.tap(at.x, at.y);
    expect((await bo.button("Rediger").boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await bo.press("Åbn");
    await bo.page.getByRole("dialog").getByLabel("Hvad laver de?").waitFor();
    await bo.page.keyboard.press("Escape");
    const finger = await fingers(bo);
    await finger.down(at);
    const remove = bo.page.getByRole("menuitem", { name: "Slet" });
    await remove.waitFor();
    await finger.up();
    expect(await remove.isVisible()).toBe(true);
    // Lifted, the finger has taken the keyboard back to the sheet.
    await bo.page.keyboard.press("Escape");
    await expect.poll(() => remove.count()).toBe(0);
    await finger.down(at);
    await remove.waitFor();
    await finger.up();
    await remove.tap();
    await eventually("two cards", async () => (await names()).join() === "Kirken,SSP");
  });

  it("HAND-6 two fingers move the paper and make it larger and smaller, and no card with it", async () => {
    const before = JSON.stringify(await actors());
    const kirken = await refOf("Kirken");
    const at = await restingAt(bo, kirken);
    const middle = middleOf(at);
    // On the paper as well, and so it stays: to the side where there is more of it. Where the cards lie differs from run to run.
    const width = bo.page.viewportSize()?.width ?? 0;
    const aside = middle.x > width / 2 ? -1 : 1;
    const second = { x: middle.x + aside * 60, y: middle.y + 60 };
    const session = await bo.context.newCDPSession(bo.page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...points: readonly (typeof middle)[]) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: points.map((point, finger) => ({
          x: Math.round(point.x),
          y: Math.round(point.y),
          id: finger,
        })),
      });
    const by = ({ x, y }: typeof middle, dx: number, dy: number) => ({ x: x + dx, y: y + dy });
    // One finger on a card, then another: both take the paper.
    await touch("touchStart", middle);
    await touch("touchStart", middle, second);
    await touch("touchMove", by(middle, aside * 20, -30), by(second, aside * 20, -30));
    await touch("touchMove", by(middle, aside * 40, -60), by(second, aside * 40, -60));
    await touch("touchEnd");
    const moved = await restingAt(bo, kirken);
    expect([moved.x - at.x, moved.y - at.y].map(Math.round)).toEqual([aside * 40, -60]);
    expect(moved.width).toBeCloseTo(at.width, 0);
    const spot = middleOf(moved);
    await touch("touchStart", by(spot, -20, 0), by(spot, 20, 0));
    await touch("touchMove", by(spot, -40, 0), by(spot, 40, 0));
    await touch("touchEnd");
    const grown = await restingAt(bo, kirken);
    expect(grown.width / moved.width).toBeCloseTo(2, 1);
    expect(Math.abs(middleOf(grown).x - spot.x)).toBeLessThan(2);
    expect(JSON.stringify(await actors())).toBe(before);
  });

  it("HAND-3 follows a person by their avatar until one moves oneself", async () => {
    await bo.press("Følg Uden navn");
    await bo.page.getByText("Du følger Uden navn").waitFor();
    await anne.showSheet("Prioritering");
    const prioritising = bo.page.getByRole("tab", { name: "Prioritering", exact: true });
    await expect.poll(() => prioritising.getAttribute("aria-selected")).toBe("true");
    await anne.showSheet("Aktører");
    const kirken = await refOf("Kirken");
    await anne.press("Vis i 100 %");
    const shown = async () => (await shownAt(bo, kirken)).width;
    const [hers, his] = [await paper().boundingBox(), await paper(bo).boundingBox()];
    if (!hers || !his) throw new Error("there is no canvas");
    // All that she sees at 100 % is in his narrower window, no smaller than it must be.
    const scale = Math.min(his.width / hers.width, his.height / hers.height);
    expect(scale).toBeLessThan(0.5);
    await eventually("all that she sees", async () => Math.abs((await shown()) - 200 * scale) < 0.5);
    const offset = (box: typeof hers, at: { x: number; y: number }) => ({
      x: at.x - box.x - box.width / 2,
      y: at.y - box.y - box.height / 2,
    });
    const [onHers, onHis] = [offset(hers, await place("Kirken")), offset(his, await shownAt(bo, kirken))];
    expect(Math.abs(onHis.x - onHers.x * scale)).toBeLessThan(1);
    expect(Math.abs(onHis.y - onHers.y * scale)).toBeLessThan(1);
    const finger = await fingers(bo);
    const box = await paper(bo).boundingBox();
    if (!box) throw new Error("there is no canvas");
    const from = { x: box.x + box.width - 30, y: box.y + 150 };
    await finger.down(from);
    await finger.move({ x: from.x - 40, y: from.y + 60 });
    await finger.move({ x: from.x - 60, y: from.y + 90 });
    await finger.up();
    await expect.poll(() => bo.page.getByText("Du følger Uden navn").count()).toBe(0);
    const still = await shown();
    await anne.press("Vis det hele");
    await anne.saved();
    expect(await shown()).toBe(still);
    expect(bo.complaints).toEqual([]);
    expect(anne.complaints).toEqual([]);
  });
});
