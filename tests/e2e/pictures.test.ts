import { type WorkshopId, workshopId } from "@faelleskort/shared/model/ids.ts";
import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { readExport } from "./kit/board-file.ts";
import { Person } from "./kit/person.ts";
import { type ChosenFile, drawnPicture, file, smallPdf, whitePng } from "./kit/picture-files.ts";
import { type Packing, scannedPdf } from "./kit/scanned-pdf.ts";

/** What a facilitator may pick as the area's picture, under the pages' real policy. */
describe("the area's picture", () => {
  let server: TestServer;
  let browser: Browser;
  let facilitator: Person;
  let id: WorkshopId;
  /** What the pages' policy barred, as the browser tells it. */
  const barred: string[] = [];

  const stored = async () => (await readExport(facilitator.context.request, server.url, id)).picture;
  const choose = async (chosen: ChosenFile) => {
    const input = facilitator.page.getByLabel(/^(Vælg|Skift) billede$/);
    await expect.poll(() => input.isEnabled()).toBe(true);
    await input.setInputFiles(chosen);
  };
  const says = (sentence: string | RegExp) =>
    eventually(`the panel to say ${String(sentence)}`, () =>
      facilitator.page.getByText(sentence).first().isVisible(),
    );
  /** Waits until a new picture is stored and shown in the panel; gives its size. */
  const shown = async (before: Awaited<ReturnType<typeof stored>>) => {
    await says("Billedet ligger nu på områdekortet.");
    expect(await stored()).not.toEqual(before);
    const picture = facilitator.page.getByRole("img", { name: "Billede af området" });
    const size = () =>
      picture.evaluate((element) =>
        element instanceof HTMLImageElement ? [element.naturalWidth, element.naturalHeight] : [],
      );
    await eventually("the picture to be loaded", async () => ((await size())[0] ?? 0) > 0);
    return await size();
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    facilitator = await Person.arrive(browser, "facilitator", "laptop");
    facilitator.page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) barred.push(message.text());
    });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await facilitator.picture("pictures-failed");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("begins with none", async () => {
    await facilitator.page.goto(server.url);
    await facilitator.page.getByLabel("Hvilket område?").fill("Høje Gladsaxe");
    await facilitator.press("Start kortlægning");
    await facilitator.page.waitForURL(/\/w\//);
    id = workshopId(new URL(facilitator.page.url()).pathname.split("/")[2] ?? "");
    await facilitator.showPanel("Del");
    expect(await stored()).toBeNull();
  });

  it("takes a PNG, a JPEG and a WebP, whatever they are called", async () => {
    const jpeg = await drawnPicture(facilitator.page, "image/jpeg");
    const webp = await drawnPicture(facilitator.page, "image/webp");
    let before = await stored();
    for (const chosen of [
      file("plan.png", "image/png", whitePng(120, 90)),
      file("plan.jpg", "image/jpeg", jpeg),
      file("uden ende", "", webp),
    ]) {
      await choose(chosen);
      expect(await shown(before)).toEqual(chosen.mimeType === "image/png" ? [120, 90] : [80, 60]);
      before = await stored();
    }
  });

  it("makes a large picture small enough for every screen", async () => {
    const before = await stored();
    await choose(file("stor.png", "image/png", whitePng(6_000, 3_000)));
    expect(await shown(before)).toEqual([4_096, 2_048]);
  });

  it("TEXT-1 takes a page of a PDF, whose reader runs in a worker of our own", async () => {
    const before = await stored();
    await choose(file("lokalplan.pdf", "application/pdf", smallPdf(3)));
    const page = facilitator.page.getByLabel("Side i PDF-filen");
    await page.waitFor();
    await says("af 3");
    expect(await stored()).toEqual(before);
    await page.fill("2");
    await eventually("page 2 to be drawn", () =>
      facilitator.page.locator('figure[aria-busy="false"] canvas').isVisible(),
    );
    await facilitator.picture("pdf-page");
    await facilitator.press("Brug denne side");
    expect(await shown(before)).toEqual([4_096, 2_048]);
    expect(barred).toEqual([]);
  });

  it.each<[Packing, readonly number[]]>([
    // Left, middle, right: white paper with a black bar.
    ["CCITTFaxDecode", [255, 0, 255]],
    ["JBIG2Decode", [255, 0, 255]],
    ["JPXDecode", [128, 128, 128]],
  ])("shows a scanned page packed by %s, without WebAssembly", async (packing, greys) => {
    const fetched: string[] = [];
    facilitator.context.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await choose(file("skannet.pdf", "application/pdf", scannedPdf(packing)));
    const drawn = facilitator.page.locator('figure[aria-busy="false"] canvas');
    await drawn.waitFor();
    const seen = await drawn.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return [];
      const brush = canvas.getContext("2d");
      const { width, height } = canvas;
      return [1, 3, 5].map((sixth) => brush?.getImageData((width * sixth) / 6, height / 2, 1, 1).data[0]);
    });
    expect(seen).toEqual(greys);
    expect(fetched.filter((path) => path.endsWith(".wasm"))).toEqual([]);
    expect(barred).toEqual([]);
    await facilitator.press("Annullér");
    await drawn.waitFor({ state: "detached" });
  });

  it("a PDF that is given up changes nothing", async () => {
    const before = await stored();
    await choose(file("lokalplan.pdf", "application/pdf", smallPdf(1)));
    await facilitator.page.getByLabel("Side i PDF-filen").waitFor();
    await facilitator.press("Annullér");
    await says("Stoppet. Der er ikke ændret noget.");
    expect(await stored()).toEqual(before);
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const png = whitePng(50, 50);
  it.each([
    [
      "an SVG that is called PNG",
      file("kort.png", "image/png", svg),
      "Filen er ikke et billede, vi kan vise.",
    ],
    ["an empty file", file("tom.png", "image/png", ""), "Filen er ikke et billede, vi kan vise."],
    ["a text", file("noter.txt", "text/plain", "Torvet"), "Filen er ikke et billede, vi kan vise."],
    ["100 million pixels", file("stor.png", "image/png", whitePng(10_000, 10_000)), "højst 40 millioner"],
    ["a PNG cut short", file("halv.png", "image/png", png.subarray(0, 40)), "Billedet kunne ikke åbnes."],
    ["a PNG's head alone", file("hoved.png", "image/png", png.subarray(0, 8)), "Billedet kunne ikke åbnes."],
    [
      "a broken PDF",
      file("plan.pdf", "application/pdf", "%PDF-1.4\nher er intet"),
      "PDF-siden kunne ikke åbnes.",
    ],
    ["a PDF with a password", file("plan.pdf", "application/pdf", smallPdf(1, true)), "har en adgangskode"],
  ])("IN-2 says why not, and changes nothing: %s", async (_what, chosen, sentence) => {
    const before = await stored();
    expect(before).not.toBeNull();
    await choose(chosen);
    await says(new RegExp(`${sentence}.*Der er ikke ændret noget`));
    expect(await stored()).toEqual(before);
  });

  it("IN-1 without a connection it says so, and the same file goes in when there is one again", async () => {
    const before = await stored();
    const chosen = file("plan.png", "image/png", whitePng(70, 70));
    await facilitator.context.setOffline(true);
    await choose(chosen);
    await says(/Vi kan ikke få fat i serveren.*Intet er gået tabt/);
    await facilitator.context.setOffline(false);
    expect(await stored()).toEqual(before);
    await choose(chosen);
    expect(await shown(before)).toEqual([70, 70]);
  });

  it("a laptop at 200 % still reaches the whole panel", async () => {
    await facilitator.page.setViewportSize({ width: 640, height: 400 });
    const panel = facilitator.page.getByRole("tabpanel").last();
    await eventually("the panel to have room", async () => ((await panel.boundingBox())?.height ?? 0) > 250);
    // A person's press, not a script's: what lies over it would take it.
    await facilitator.page.getByText("Skift billede").click({ trial: true });
    await facilitator.picture("zoomed-share");
    await facilitator.press("Luk panelet");
    await facilitator.picture("zoomed-board");
    const sheet = await facilitator.page.getByRole("application").boundingBox();
    expect(sheet?.height).toBeGreaterThan(100);
  });

  it("has nothing to complain about", () => {
    expect(facilitator.complaints).toEqual([]);
    expect(barred).toEqual([]);
  });
});
