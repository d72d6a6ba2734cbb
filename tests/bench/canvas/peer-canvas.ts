import * as v from "valibot";
import { launchBrowser } from "../../kit/browser.ts";
import type { OpenCanvas, Opening, ShownCard } from "./canvas-subject.ts";
import { isWithin, viewport } from "./screen.ts";

const ShownSchema = v.array(
  v.object({ index: v.number(), x: v.number(), y: v.number(), width: v.number(), height: v.number() }),
);
const zoomSteps = { tldraw: 5, excalidraw: 2 } as const;
/** tldraw needs most of a minute for 3,000 cards. */
const patienceMs = 180_000;

/** A peer's page with its cards. */
export async function openPeer(
  name: "tldraw" | "excalidraw",
  url: string,
  { cards }: Opening,
): Promise<OpenCanvas> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport, reducedMotion: "no-preference" });
  page.setDefaultTimeout(patienceMs);
  const ask = async <T>(schema: v.GenericSchema<unknown, T>, expression: string): Promise<T> =>
    v.parse(schema, await page.evaluate(expression));
  await page.goto(`${url}/${name}.html?cards=${cards}`);
  await page.waitForFunction("window.subject !== undefined", null, { timeout: patienceMs });
  const paper = { x: 0, y: 0, ...viewport };
  const rects = (): Promise<ShownCard[]> => ask(ShownSchema, "window.subject.rects()");
  return {
    page,
    firstCardMs: Number.NaN,
    usableMs: await ask(v.number(), "window.subject.usableAt"),
    paper,
    zoomStep: zoomSteps[name],
    paintsWithItsEvent: false,
    async look(where) {
      const at = JSON.stringify(middleOfBoard(cards));
      await page.evaluate(
        where === "fit" ? "window.subject.fit(), null" : `window.subject.work(${at}), null`,
      );
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    },
    zoom: () => ask(v.number(), "window.subject.zoom()"),
    inView: async () => (await rects()).filter((card) => isWithin(card, paper)),
    async moveOthers(indexes) {
      await page.evaluate(`window.stopOthers = window.subject.moveOthers(${JSON.stringify(indexes)}), null`);
      return async () => {
        await page.evaluate("window.stopOthers(), null");
      };
    },
    thingsPainted: () => Promise.resolve(null),
    changeOne: null,
    close: () => browser.close(),
  };
}

/** The world point shown in the top left corner while working. */
function middleOfBoard(cards: number): { x: number; y: number } {
  const side = Math.sqrt(cards / 3_000);
  return { x: 5_500 * side, y: 3_200 * side };
}
