import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { actorId, workshopId } from "@faelleskort/shared/model/ids.ts";
import { api, page as address } from "@faelleskort/shared/protocol/routes.ts";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import * as Y from "yjs";
import { MeetingScript } from "../bench/load/meeting-script.ts";
import { call, createWorkshop, join } from "../contracts/running-app.ts";
import { Person } from "../e2e/kit/person.ts";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { type Line, openLine } from "../kit/line.ts";
import { amount, progressOf } from "../kit/long-run.ts";
import { seededRandom } from "../kit/random.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { Editor } from "./kit/editor.ts";
import { type Holding, holdingOf, leaksOf, told } from "./kit/holding.ts";
import { cardsShown, lostAndFound, meetingRound } from "./kit/round.ts";

const output = fileURLToPath(new URL("../../test-output/soak/", import.meta.url));
const people = 30;
/** Minutes of the meeting, each done as soon as the one before is saved and with everybody. */
const minutes = amount("SOAK", { short: 36, long: 240 });
const minutesPerRound = 12;
const seed = 20_261_129;

/** A meeting of thirty without screens, and Bo with a real browser among them, over a line that is cut now and then. */
describe("a long meeting", () => {
  let server: TestServer;
  let browser: Browser;
  let line: Line;
  /** A page of a browser's with the board on it: Bo's. */
  let open: (inBrowser: Browser) => Promise<Person>;
  const editors: Editor[] = [];

  beforeAll(async () => {
    // Every connection listens for the end of the process.
    process.setMaxListeners(2 * people);
    server = await startServer();
    line = await openLine(server.port);
    browser = await launchBrowser();
    const created = await createWorkshop(server.url);
    const facilitator = await join(server.url, created.invites.facilitator.secret);
    const sheet = { type: "sheet.add", id: "free-ideas-1", title: "Idéer" };
    const id = workshopId(created.workshopId);
    const added = await call(server.url, api.commands(id), { cookie: facilitator.cookie, body: sheet });
    expect(added.status).toBeLessThan(300);
    const guests = await Promise.all(
      Array.from({ length: people }, () => join(server.url, created.invites.participant.secret)),
    );
    editors.push(...guests.map((guest, index) => new Editor(index, server.url, guest)));
    const { cookie } = await join(server.url, created.invites.participant.secret, undefined, "Skolen");
    const [name = "", value = ""] = cookie.split("=");
    open = async (inBrowser) => {
      const person = await Person.arrive(inBrowser, "bo", "laptop");
      await person.context.addCookies([{ name, value, url: line.url }]);
      await person.page.goto(`${line.url}${address.board(id)}`);
      await person.saved();
      await person.showPanel("Liste");
      return person;
    };
  });
  afterAll(async () => {
    for (const editor of editors) editor.leave();
    await browser?.close();
    await line?.close();
    await server?.close();
  });

  it("STAY-1 leaves a page with no more data, nodes and listeners than the same board just opened", async () => {
    const random = seededRandom(seed);
    const script = new MeetingScript(
      editors.map(({ client }) => client),
      seed,
    );
    const paper = new Y.Doc();
    const clocks = () => Y.decodeStateVector(Y.encodeStateVector(paper));
    const everybodyHas = () =>
      eventually("everything to be saved and with everybody", () =>
        editors.every((one) => one.hasAll(clocks())),
      );
    for (const editor of editors) editor.come();
    await everybodyHas();
    const bo = await open(browser);

    const progress = progressOf("SOAK", "minutes of the meeting");
    const ids = () => [...paper.getMap("actors").keys()];
    for (let minute = 0; minute < minutes; minute += 1) {
      for (const { person, update } of script.minute()) {
        Y.applyUpdate(paper, update);
        editors[person]?.apply(update);
        const at = { x: random.below(4_000), y: random.below(3_000) };
        const [id] = ids().slice(-1);
        editors[person]?.show(at, id === undefined ? [] : [{ record: "actor", id: actorId(id), ...at }]);
      }
      for (const editor of editors) editor.show({ x: random.below(4_000), y: random.below(3_000) }, []);
      // oxlint-disable-next-line no-await-in-loop
      await everybodyHas();
      progress.at(minute + 1, minutes);
      if ((minute + 1) % minutesPerRound !== 0) continue;
      const goers = editors.filter(() => random.chance(0.2));
      for (const editor of goers) editor.leave();
      // oxlint-disable-next-line no-await-in-loop
      await meetingRound(bo, ids().slice(-20));
      for (const editor of goers) editor.come();
      // oxlint-disable-next-line no-await-in-loop
      await lostAndFound(bo, line);
      // oxlint-disable-next-line no-await-in-loop
      await everybodyHas();
    }
    const shown = (to: Person) =>
      eventually("all cards to be shown", async () => {
        const { length } = await cardsShown(to, ids());
        return length === script.livingCards;
      });
    await shown(bo);
    const after = await holdingOf(bo.page);
    await bo.context.close();

    // In a browser of its own: nodes and listeners are counted by process.
    const other = await launchBrowser();
    onTestFinished(() => other.close());
    const again = await open(other);
    await meetingRound(again, ids().slice(-20));
    await lostAndFound(again, line);
    await shown(again);
    const fresh = await holdingOf(again.page);
    progress.end(`after it ${told(after)}; the same board just opened ${told(fresh)}`);
    await noteDown({ minutes, after, fresh });
    expect(leaksOf(after, fresh)).toEqual([]);
    expect([...bo.complaints, ...again.complaints]).toEqual([]);

    await expectFound(again, fresh);
  });
});

async function noteDown(results: object): Promise<void> {
  await mkdir(output, { recursive: true });
  await writeFile(`${output}latest.json`, JSON.stringify(results, null, 2));
}

/** The same measure finds it when a page does hold on to something. */
async function expectFound({ page }: Person, fresh: Holding): Promise<void> {
  await page.evaluate(() => {
    const kept = Array.from({ length: 200 }, () => {
      const node = document.createElement("p");
      node.addEventListener("click", () => {});
      return node;
    });
    const words = Array.from({ length: 400_000 }, (_, index) => ({ index }));
    Object.assign(window, { kept, words });
  });
  const found = leaksOf(await holdingOf(page), fresh);
  expect(found).toEqual([
    expect.stringContaining("heap"),
    expect.stringContaining("nodes"),
    expect.stringContaining("listeners"),
  ]);
}
