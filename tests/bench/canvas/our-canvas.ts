import { locateEvent } from "@faelleskort/client/canvas/engine/locate.ts";
import { tallyEvent } from "@faelleskort/client/canvas/engine/tally.ts";
import { page as address } from "@faelleskort/shared/protocol/routes.ts";
import * as v from "valibot";
import { launchBrowser } from "../../kit/browser.ts";
import { eventually } from "../../kit/eventually.ts";
import type { OpenCanvas, ShownCard } from "./canvas-subject.ts";
import { type OtherPerson, seatOther } from "./other-people.ts";
import type { OurWorkshop } from "./our-workshop.ts";
import { isWithin, viewport } from "./screen.ts";

const RectSchema = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() });
const ShownSchema = v.array(v.object({ index: v.number(), ...RectSchema.entries }));
const TallySchema = v.object({ things: v.number(), painted: v.number() });
const OpenedSchema = v.object({ first: v.number(), all: v.number() });
/** The bars and the panel round our canvas, CSS px: with them its canvas is as large as the peers'. */
const around = { width: 374, height: 210 } as const;
const people = 4;

/** Notes, frame by frame, when the first card and when all cards were painted. Runs in the page before its own scripts. */
const watchOpening = (asked: { event: string; cards: number }): void => {
  const opened = { first: Number.NaN, all: Number.NaN };
  Object.assign(window, { opened });
  const look = (): void => {
    const detail: { tally?: { things: number; painted: number } } = {};
    document.querySelector("[role=application]")?.dispatchEvent(new CustomEvent(asked.event, { detail }));
    // This frame is painted, so it is on the screen with the next.
    if ((detail.tally?.painted ?? 0) > 0 && Number.isNaN(opened.first)) opened.first = performance.now();
    if ((detail.tally?.painted ?? 0) >= asked.cards && Number.isNaN(opened.all)) {
      requestAnimationFrame(() => setTimeout(() => (opened.all = performance.now())));
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** The product's own board page with everything on it, for somebody who has joined; with others in the same workshop. */
export async function openOurs(workshop: OurWorkshop): Promise<OpenCanvas> {
  const { server, id, cards } = workshop;
  const browser = await launchBrowser();
  const size = { width: viewport.width + around.width, height: viewport.height + around.height };
  const context = await browser.newContext({
    viewport: size,
    locale: "da-DK",
    reducedMotion: "no-preference",
  });
  const me = await workshop.seat("Bo, Skolen");
  const [name = "", value = ""] = me.cookie.split("=");
  await context.addCookies([{ name, value, url: server.url }]);
  const page = await context.newPage();
  await page.addInitScript(watchOpening, { event: tallyEvent, cards: cards.length });
  await page.goto(`${server.url}${address.board(id)}`);
  const paper = page.getByRole("application");
  const opened = await eventually(
    "all cards to be painted",
    async () => {
      const times = await page.evaluate("window.opened");
      const read = v.safeParse(OpenedSchema, times);
      return read.success && !Number.isNaN(read.output.all) && read.output;
    },
    { withinMs: 60_000 },
  );
  const others: OtherPerson[] = [];
  for (let index = 0; index < people; index += 1) {
    // Each comes after the other, as people do.
    // oxlint-disable-next-line no-await-in-loop
    others.push(await seatOther(await workshop.seat(`Person ${index + 1}`), index));
  }
  const ids = cards.map((card) => card.id);
  const area = v.parse(RectSchema, await paper.boundingBox());

  const rects = async (): Promise<ShownCard[]> =>
    v.parse(
      ShownSchema,
      await paper.evaluate(
        (element, { event, asked }) =>
          asked.flatMap((card, index) => {
            const detail: { ref: object; rect: object | null } = {
              ref: { record: "actor", id: card },
              rect: null,
            };
            element.dispatchEvent(new CustomEvent(event, { detail }));
            return detail.rect ? [{ index, ...detail.rect }] : [];
          }),
        { event: locateEvent, asked: ids },
      ),
    );
  const rectOf = async (index: number) => (await rects()).find((card) => card.index === index);
  const zoom = async (): Promise<number> => {
    const [shown] = await rects();
    return (shown?.width ?? Number.NaN) / (cards[0]?.width ?? 1);
  };
  const tally = async () =>
    v.parse(
      TallySchema,
      await paper.evaluate((element, event) => {
        const detail: { tally?: object } = {};
        element.dispatchEvent(new CustomEvent(event, { detail }));
        return detail.tally;
      }, tallyEvent),
    );
  /** Where the world's origin would be, by any card. */
  const byKey = async (key: string, zoomsTo: (zoom: number) => boolean) => {
    await paper.focus();
    await page.keyboard.press(key);
    await eventually(`${key} to have moved the view`, async () => zoomsTo(await zoom()));
    await page.waitForTimeout(400);
  };

  return {
    page,
    firstCardMs: opened.first,
    usableMs: opened.all,
    paper: area,
    zoomStep: 5,
    paintsWithItsEvent: true,
    look: (where) =>
      where === "fit"
        ? byKey("Shift+Digit1", (now) => now < 0.5)
        : byKey("Control+Digit0", (now) => now === 1),
    zoom,
    inView: async () => (await rects()).filter((card) => isWithin(card, area)),
    moveOthers(indexes) {
      const stops = others.map((other, person) => {
        const own = indexes.filter((_index, place) => place % people === person);
        return other.drag(own.flatMap((index) => cards[index] ?? []));
      });
      return Promise.resolve(async () => {
        for (const stop of stops) stop();
        await page.waitForTimeout(1_000);
      });
    },
    thingsPainted: async () => (await tally()).painted,
    async changeOne(index) {
      const card = cards[index];
      const before = await rectOf(index);
      if (!card || !before) throw new Error("no such card");
      others[0]?.put(card.id, { x: card.x + 5, y: card.y }, 1);
      await eventually("the other's change to arrive", async () => (await rectOf(index))?.x !== before.x);
      await page.waitForTimeout(400);
    },
    async close() {
      for (const other of others) other.leave();
      await browser.close();
    },
  };
}
