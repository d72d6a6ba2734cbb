import type { Point, Rect } from "@faelleskort/client/canvas/geometry/rect.ts";
import { workshopId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { restingAt, shownAt, touches } from "./kit/canvas-hand.ts";
import { elementRef, FreeHand } from "./kit/free-hand.ts";
import { Person } from "./kit/person.ts";

/** A pen and fingers on the screen at the same moment: the hand that writes lies on the paper, and the other one moves it. */
describe("a pen beside fingers", () => {
  let server: TestServer;
  let browser: Browser;
  let id: WorkshopId;
  let anne: Person;
  let hand: FreeHand;
  let fingers: Awaited<ReturnType<typeof touches>>;

  const show = async () => {
    await anne.page.getByRole("tab", { name: "Idéer", exact: true }).click();
    await hand.paper.focus();
    await hand.keys("Control+0", "p");
    fingers = await touches(anne);
  };
  /** Where a stroke lies: its points, without half of its own width and the margin round it. */
  const reaches = ({ x, y, width, height }: Rect, from: Point, to: Point) => {
    const rim = (width - (to.x - from.x)) / 2;
    expect(rim).toBeGreaterThanOrEqual(0);
    expect(rim).toBeLessThan(10);
    expect([Math.round(x + rim), Math.round(y + rim)]).toEqual([from.x, from.y]);
    expect([Math.round(x + width - rim), Math.round(y + height - rim)]).toEqual([to.x, to.y]);
  };
  const landmark = () =>
    hand.made("stroke", () => fingers.pen({ x: 700, y: 220 }, { x: 730, y: 240 }, { x: 760, y: 260 }));

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    anne = await Person.arrive(browser, "anne", "laptop");
    await anne.page.goto(server.url);
    await anne.page.getByLabel("Hvilket område?").fill("Høje Gladsaxe");
    await anne.press("Start kortlægning");
    await anne.page.waitForURL(/\/w\//);
    id = workshopId(new URL(anne.page.url()).pathname.split("/")[2] ?? "");
    const answer = await anne.context.request.post(`${server.url}${api.commands(id)}`, {
      data: { type: "sheet.add", id: "free-ideas-1", title: "Idéer" },
      headers: { origin: server.url },
    });
    expect(answer.ok()).toBe(true);
    hand = new FreeHand(anne, server.url, () => id);
  });
  /** A page that hasn't seen a pen yet, and bare paper. */
  beforeEach(async () => {
    await anne.page.reload();
    await show();
    await hand.keys("v", "Control+a", "Delete", "Control+0", "p");
    await eventually("bare paper", async () => (await hand.elements("stroke")).length === 0);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await anne.picture("pen-failed");
  });
  afterAll(async () => {
    expect(anne.complaints).toEqual([]);
    await browser?.close();
    await server?.close();
  });

  it("FREE-TOUCH-2 draws at the moment when a finger moves the paper, which lies still until the pen is lifted", async () => {
    const mark = elementRef(await landmark());
    const start = await restingAt(anne, mark);
    await fingers.down({ x: 300, y: 500 });
    await fingers.move({ x: 340, y: 500 });
    await fingers.move({ x: 380, y: 500 });
    await eventually("the paper to move", async () => (await shownAt(anne, mark)).x === start.x + 80);
    const stroke = await hand.made("stroke", async () => {
      await fingers.nib.down({ x: 600, y: 300 });
      await fingers.move({ x: 420, y: 500 });
      await fingers.nib.move({ x: 660, y: 315 });
      await fingers.move({ x: 460, y: 500 });
      await fingers.nib.move({ x: 720, y: 330 });
      await fingers.nib.up({ x: 720, y: 330 });
    });
    expect((await restingAt(anne, mark)).x).toBe(start.x + 80);
    reaches(await shownAt(anne, elementRef(stroke)), { x: 600, y: 300 }, { x: 720, y: 330 });
    await fingers.up();
    // Put down anew, the finger moves the paper again, and the stroke with it.
    await fingers.down({ x: 300, y: 500 });
    await fingers.move({ x: 300, y: 540 });
    await fingers.move({ x: 300, y: 560 });
    await fingers.up();
    reaches(await restingAt(anne, elementRef(stroke)), { x: 600, y: 360 }, { x: 720, y: 390 });
    expect(await hand.elements("stroke")).toHaveLength(2);
  });

  it("FREE-TOUCH-2 draws in the middle of a pinch", async () => {
    const mark = elementRef(await landmark());
    const start = await restingAt(anne, mark);
    await fingers.down({ x: 300, y: 500 }, { x: 400, y: 500 });
    await fingers.move({ x: 250, y: 500 }, { x: 450, y: 500 });
    await eventually("it to be larger", async () => (await shownAt(anne, mark)).width > start.width * 1.9);
    const pinched = await restingAt(anne, mark);
    const stroke = await hand.made("stroke", async () => {
      await fingers.nib.down({ x: 600, y: 300 });
      await fingers.move({ x: 200, y: 480 }, { x: 500, y: 520 });
      await fingers.nib.move({ x: 680, y: 320 });
      await fingers.move({ x: 150, y: 480 }, { x: 550, y: 520 });
      await fingers.nib.move({ x: 720, y: 330 });
      await fingers.nib.up({ x: 720, y: 330 });
    });
    await fingers.up();
    expect(await restingAt(anne, mark)).toEqual(pinched);
    const { x, width } = await shownAt(anne, elementRef(stroke));
    expect(Math.abs(x + width / 2 - 660)).toBeLessThan(1);
    expect(await hand.elements("stroke")).toHaveLength(2);
  });

  it("FREE-TOUCH-2 draws with the palm already on the paper, and the palm leaves nothing", async () => {
    const stroke = await hand.made("stroke", async () => {
      await fingers.down({ x: 760, y: 420 });
      await fingers.nib.down({ x: 600, y: 300 });
      await fingers.move({ x: 764, y: 428 });
      await fingers.nib.move({ x: 660, y: 315 });
      await fingers.move({ x: 790, y: 440 });
      await fingers.nib.move({ x: 720, y: 330 });
      await fingers.nib.up({ x: 720, y: 330 });
      await fingers.up();
    });
    reaches(await restingAt(anne, elementRef(stroke)), { x: 600, y: 300 }, { x: 720, y: 330 });
    expect(await hand.elements("stroke")).toHaveLength(1);
  });

  it("FREE-TOUCH-2 goes on when the palm lands while it draws", async () => {
    const stroke = await hand.made("stroke", async () => {
      await fingers.nib.down({ x: 600, y: 300 });
      await fingers.nib.move({ x: 620, y: 305 });
      await fingers.down({ x: 760, y: 420 });
      await fingers.nib.move({ x: 660, y: 315 });
      await fingers.move({ x: 790, y: 440 });
      await fingers.nib.move({ x: 720, y: 330 });
      await fingers.up();
      await fingers.nib.up({ x: 720, y: 330 });
    });
    reaches(await restingAt(anne, elementRef(stroke)), { x: 600, y: 300 }, { x: 720, y: 330 });
    expect(await hand.elements("stroke")).toHaveLength(1);
  });
});
