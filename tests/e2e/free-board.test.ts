import { workshopId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { InvitesSchema } from "@faelleskort/shared/protocol/http.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import type { Browser } from "playwright";
import * as v from "valibot";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../kit/browser.ts";
import { eventually } from "../kit/eventually.ts";
import { startServer, type TestServer } from "../kit/server.ts";
import { middleOf, shownAt, touches } from "./kit/canvas-hand.ts";
import { elementRef, FreeHand, noteRef } from "./kit/free-hand.ts";
import { Person } from "./kit/person.ts";
import { whitePng } from "./kit/picture-files.ts";

/** Every tool of a free sheet under real pointers, keys, fingers and a pen. Each test goes on where the one before left off. */
describe("a free sheet", () => {
  let server: TestServer;
  let browser: Browser;
  let id: WorkshopId;
  /** The facilitator. */
  let anne: Person;
  let bo: Person;
  let hand: FreeHand;

  const addSheet = async (workshop: WorkshopId) => {
    const sheet = { type: "sheet.add", id: "free-ideas-1", title: "Idéer" };
    const answer = await anne.context.request.post(`${server.url}${api.commands(workshop)}`, {
      data: sheet,
      headers: { origin: server.url },
    });
    expect(answer.ok()).toBe(true);
  };
  const run = async (command: object) => {
    const options = { data: command, headers: { origin: server.url } };
    await anne.context.request.post(`${server.url}${api.commands(id)}`, options);
  };
  const start = async (area: string) => {
    await anne.page.goto(server.url);
    await anne.page.getByLabel("Hvilket område?").fill(area);
    await anne.press("Start kortlægning");
    await anne.page.waitForURL(/\/w\//);
    return workshopId(new URL(anne.page.url()).pathname.split("/")[2] ?? "");
  };
  const show = async (person: Person) => {
    await person.page.getByRole("tab", { name: "Idéer", exact: true }).click();
    const close = person.button("Luk panelet");
    if ((await close.count()) > 0) await close.click();
    await person.page.getByRole("application").focus();
    await person.page.keyboard.press("Control+0");
  };
  /** The facilitator takes all that lies here to another workshop of theirs. */
  const elsewhere = async (look: (facilitator: FreeHand) => Promise<void>) => {
    const facilitator = new FreeHand(anne, server.url, () => id);
    await facilitator.paper.focus();
    await facilitator.keys("Control+a", "Control+c");
    const here = { page: anne.page, id };
    anne.page = await anne.context.newPage();
    id = await start("Mørkhøj");
    await addSheet(id);
    await show(anne);
    await facilitator.keys("Control+v");
    await look(facilitator);
    await anne.page.close();
    anne.page = here.page;
    ({ id } = here);
    await anne.page.bringToFront();
  };
  const tool = (name: string) => bo.button(name);
  /** A clean sheet: everything is selected and deleted. */
  const clear = async () => {
    await hand.paper.focus();
    await hand.keys("Escape", "v", "Control+a", "Delete");
    await eventually("an empty sheet", async () => (await hand.notes()).length === 0);
    await hand.keys("Control+0");
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    anne = await Person.arrive(browser, "anne", "laptop");
    bo = await Person.arrive(browser, "bo", "laptop");
    id = await start("Høje Gladsaxe");
    await addSheet(id);
    const response = await anne.context.request.get(`${server.url}${api.invites(id)}`);
    const { invites } = v.parse(InvitesSchema, await response.json());
    await bo.join(invites.find(({ role }) => role === "participant")?.url ?? "", "Biblioteket");
    hand = new FreeHand(bo, server.url, () => id);
    await show(anne);
    await show(bo);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await anne.picture("free-failed");
    if (task.result?.state === "fail") await bo.picture("free-failed");
  });
  afterAll(async () => {
    expect([...anne.complaints, ...bo.complaints]).toEqual([]);
    await browser?.close();
    await server?.close();
  });

  it("FREE-TOOL-1 a double click writes a note with the cursor in it, in the colour chosen", async () => {
    await bo.page.mouse.dblclick(300, 300);
    await bo.page.keyboard.type("Åben skole");
    await hand.keys("Escape");
    const [note] = await eventually("a note", async () => {
      const notes = await hand.notes();
      return notes.length === 1 && notes;
    });
    if (!note) throw new Error("no note");
    expect(note).toMatchObject({ text: "Åben skole", colour: "yellow", sheet: "free-ideas-1" });
    const { x, y } = middleOf(await shownAt(bo, noteRef(note)));
    expect(Math.hypot(x - 300, y - 300)).toBeLessThan(1);
    await bo.press("Farve: grøn");
    await eventually("green paper", async () => (await hand.notes())[0]?.colour === "green");
    await bo.press("Farve: gul");
  });

  it("FREE-TOOL-1 Tab in a note writes it down and begins the next beside it, without leaving the keys", async () => {
    await bo.page.mouse.dblclick(300, 520);
    await bo.page.keyboard.type("Tre");
    await hand.keys("Tab");
    await bo.page.keyboard.type("Fire");
    await hand.keys("Tab");
    await bo.page.keyboard.type("Fem");
    await hand.keys("Escape");
    const row = await eventually("three notes more", async () => {
      const notes = await hand.notes();
      const named = ["Tre", "Fire", "Fem"].map((words) => notes.find(({ text }) => text === words));
      return named.every((note) => note !== undefined) && named;
    });
    const xs = row.map(({ position }) => position.x);
    expect(xs).toEqual([...xs].sort((left, right) => left - right));
    expect(new Set(row.map(({ position }) => position.y)).size).toBe(1);
    // With nothing written the key leads on, as everywhere.
    await hand.keys("Tab", "Tab");
    expect(await bo.page.getByRole("textbox", { name: "Skriv en seddel" }).count()).toBe(0);
    expect(await hand.notes()).toHaveLength(4);
    await hand.paper.focus();
    await hand.keys("Control+z", "Control+z", "Control+z");
    await eventually("the first note alone", async () => (await hand.notes()).length === 1);
  });

  it("FREE-TOOL-2 T writes on the bare paper; Enter ends it", async () => {
    const text = await hand.made("text", async () => {
      await hand.paper.focus();
      await hand.keys("t");
      await bo.page.mouse.click(700, 200);
      await bo.page.keyboard.type("Hvad prøver vi først?");
      await hand.keys("Enter");
    });
    expect(text).toMatchObject({ text: "Hvad prøver vi først?", colour: "ink", size: "m" });
    await bo.press("Stor");
    await eventually("large letters", async () => (await hand.element("text", text.id)).size === "l");
    await bo.press("Mellem");
  });

  it("FREE-TOOL-3 shapes are spanned, even with Shift, coloured and filled, and written in", async () => {
    await hand.keys("Escape", "r");
    const box = await hand.made("shape", () => hand.drag({ x: 600, y: 300 }, { x: 760, y: 400 }));
    expect(box).toMatchObject({ form: "rectangle", fill: null, box: { width: 160, height: 100 } });
    expect(await tool("Vælg og flyt kort").getAttribute("aria-pressed")).toBe("true");
    await bo.press("Fyld: blå");
    await eventually("a filled box", async () => (await hand.element("shape", box.id)).fill === "blue");
    await hand.paper.focus();
    await hand.keys("Escape", "o");
    await bo.page.keyboard.down("Shift");
    const round = await hand.made("shape", () => hand.drag({ x: 900, y: 300 }, { x: 1_020, y: 340 }));
    await bo.page.keyboard.up("Shift");
    expect(round).toMatchObject({ form: "ellipse", fill: "blue", box: { width: 120, height: 120 } });
    const { x, y } = middleOf(await shownAt(bo, elementRef(box)));
    await bo.page.mouse.dblclick(x, y);
    await bo.page.keyboard.type("Skolen");
    await hand.keys("Escape");
    await eventually("words in the box", async () => (await hand.element("shape", box.id)).text === "Skolen");
  });

  it("FREE-TOOL-4 an arrow stays bound to what it connects, and Escape gives one up that was begun", async () => {
    const [box, round] = await hand.elements("shape");
    const [note] = await hand.notes();
    if (!box || !round || !note) throw new Error("nothing to connect");
    await hand.paper.focus();
    await hand.keys("Escape", "a");
    const from = middleOf(await shownAt(bo, noteRef(note)));
    const to = middleOf(await shownAt(bo, elementRef(box)));
    const arrow = await hand.made("connector", () => hand.drag(from, to));
    expect(arrow).toMatchObject({
      heads: "end",
      from: { type: "bound", target: { id: note.id } },
      to: { type: "bound", target: { id: box.id } },
    });
    const before = await shownAt(bo, elementRef(arrow));
    await hand.keys("Escape");
    await hand.drag(to, { x: to.x, y: to.y + 120 });
    await eventually("the arrow's end lower down", async () => {
      const now = await shownAt(bo, elementRef(arrow));
      return now.y + now.height > before.y + before.height + 40;
    });
    await hand.keys("Escape", "a");
    await bo.page.mouse.move(400, 560);
    await bo.page.mouse.down();
    await bo.page.mouse.move(560, 600, { steps: 4 });
    await hand.keys("Escape");
    await bo.page.mouse.up();
    await hand.keys("l");
    const line = await hand.made("connector", () => hand.drag({ x: 200, y: 560 }, { x: 420, y: 600 }));
    expect(line).toMatchObject({ heads: "none", from: { type: "free" }, to: { type: "free" } });
    expect(await hand.elements("connector")).toHaveLength(2);
  });

  it("FREE-TOOL-9 a line is bent by its middle, kinked by a button, and straightened by undo", async () => {
    const line = (await hand.elements("connector")).find(({ heads }) => heads === "none");
    if (!line) throw new Error("there is no line");
    await hand.keys("Escape", "v");
    const middle = middleOf(await shownAt(bo, elementRef(line)));
    await bo.page.mouse.click(middle.x, middle.y);
    await bo.button("Buet").waitFor();
    const there = { x: middle.x + 40, y: middle.y - 80 };
    await hand.drag(middle, there);
    const bent = async () => (await hand.element("connector", line.id)).bend;
    await eventually("a curve", async () => (await bent())?.form === "curve");
    expect(await bent()).toEqual({ form: "curve", x: 40, y: -80 });
    expect(await hand.element("connector", line.id)).toMatchObject({ from: line.from, to: line.to });
    // It is pressed where it runs now, and no longer where it ran.
    await hand.keys("Escape");
    await bo.page.mouse.click(middle.x, middle.y);
    await expect.poll(() => bo.button("Buet").count()).toBe(0);
    await bo.page.mouse.click(there.x, there.y);
    await bo.press("Knækket");
    await eventually("a kink", async () => (await bent())?.form === "kink");
    await bo.picture("bent-line");
    await hand.paper.focus();
    await hand.keys("Control+z");
    await eventually("a curve again", async () => (await bent())?.form === "curve");
    await hand.keys("Control+z");
    await eventually("a straight line", async () => (await bent()) === null);
    await hand.keys("Escape");
  });

  it("FREE-TOOL-5 the pen and the marker draw until another tool is chosen", async () => {
    await hand.paper.focus();
    await hand.keys("Escape", "p");
    const wave = [0, 1, 2, 3, 4, 5].map((step) => ({ x: 120 + step * 30, y: 180 + (step % 2) * 30 }));
    const drawn = await hand.made("stroke", () => hand.drag(...wave));
    expect(drawn).toMatchObject({ pen: "pen", colour: "ink", box: { width: 150, height: 30 } });
    expect(drawn.points.length).toBeLessThan(40);
    await hand.keys("m");
    const marked = await hand.made("stroke", () => hand.drag({ x: 700, y: 210 }, { x: 900, y: 210 }));
    expect(marked).toMatchObject({ pen: "marker", colour: "yellow" });
    expect(await tool("Tegn med tusch").getAttribute("aria-pressed")).toBe("true");
    await bo.picture("free-board");
  });

  it("FREE-TOOL-6 the eraser takes what it is drawn over, in one step", async () => {
    await hand.paper.focus();
    await hand.keys("Escape", "e");
    await hand.drag({ x: 110, y: 250 }, { x: 200, y: 180 }, { x: 720, y: 214 });
    await eventually("both drawings gone", async () => (await hand.elements("stroke")).length === 0);
    await hand.keys("Control+z");
    await eventually("both drawings back", async () => (await hand.elements("stroke")).length === 2);
  });

  it("FREE-TOOL-7 handles resize what is selected alone; Shift keeps proportions", async () => {
    const round = (await hand.elements("shape")).find(({ form }) => form === "ellipse");
    if (!round) throw new Error("no ellipse");
    await hand.paper.focus();
    await hand.keys("Escape", "v");
    const area = await shownAt(bo, elementRef(round));
    const middle = middleOf(area);
    await bo.page.mouse.click(middle.x, middle.y);
    await hand.drag({ x: area.x + area.width, y: middle.y }, { x: area.x + area.width + 60, y: middle.y });
    await eventually("a wider ellipse", async () => {
      const { width, height } = (await hand.element("shape", round.id)).box;
      return width === 180 && height === 120;
    });
    const wide = await shownAt(bo, elementRef(round));
    const corner = { x: wide.x + wide.width, y: wide.y + wide.height };
    await bo.page.keyboard.down("Shift");
    await hand.drag(corner, { x: corner.x + 90, y: corner.y + 1 });
    await bo.page.keyboard.up("Shift");
    await eventually("one and a half times as large", async () => {
      const { width, height } = (await hand.element("shape", round.id)).box;
      return width === 270 && height === 180;
    });
  });

  it("FREE-TOOL-8 a frame takes in what it is drawn round, carries it, and lets it out", async () => {
    await clear();
    await bo.page.mouse.dblclick(300, 320);
    await bo.page.keyboard.type("I rammen");
    await hand.keys("Escape", "Escape", "f");
    const frame = await hand.made("frame", () => hand.drag({ x: 160, y: 180 }, { x: 560, y: 520 }));
    await eventually("the note in the frame", async () => (await hand.notes())[0]?.frame === frame.id);
    const [before] = await hand.notes();
    await hand.keys("Escape");
    await hand.drag({ x: 400, y: 195 }, { x: 700, y: 215 });
    await eventually("both moved", async () => {
      const [note] = await hand.notes();
      const { box } = await hand.element("frame", frame.id);
      const by = (note?.position.x ?? 0) - (before?.position.x ?? 0);
      return by > 250 && Math.abs(box.x - frame.box.x - by) < 0.2;
    });
    const [note] = await hand.notes();
    if (!note) throw new Error("no note");
    const from = middleOf(await shownAt(bo, noteRef(note)));
    await hand.drag(from, { x: 200, y: 600 });
    await eventually("the note outside", async () => (await hand.notes())[0]?.frame === null);
  });

  it("FREE-GROUP-1 Ctrl+G makes one of several; one pressed moves all; apart again", async () => {
    await clear();
    await hand.keys("r");
    const first = await hand.made("shape", () => hand.drag({ x: 200, y: 200 }, { x: 300, y: 260 }));
    await hand.keys("r");
    const second = await hand.made("shape", () => hand.drag({ x: 400, y: 200 }, { x: 500, y: 260 }));
    await hand.keys("Control+a", "Control+g");
    await eventually("a group", async () => (await hand.element("shape", first.id)).group !== null);
    await hand.keys("Escape");
    await hand.drag({ x: 250, y: 230 }, { x: 250, y: 430 });
    await eventually("both moved", async () => {
      const { box } = await hand.element("shape", second.id);
      return Math.abs(box.y - second.box.y - 200) < 8;
    });
    await hand.keys("Control+Shift+g");
    await eventually("no group", async () => (await hand.element("shape", first.id)).group === null);
  });

  it("FREE-LAYER-1 what is put in front covers what lay there, and what is put at the back is covered", async () => {
    const [first, second] = await hand.elements("shape");
    if (!first || !second) throw new Error("two shapes are missing");
    await hand.keys("Escape");
    const { x, y } = middleOf(await shownAt(bo, elementRef(first)));
    await bo.page.mouse.click(x, y);
    await bo.press("Læg forrest");
    const layers = async () => {
      const [a, b] = [await hand.element("shape", first.id), await hand.element("shape", second.id)];
      return a.layer - b.layer;
    };
    await eventually("the first in front", async () => (await layers()) > 0);
    await bo.press("Læg bagest");
    await eventually("the first behind", async () => (await layers()) < 0);
  });

  it("FREE-LOCK-3 what the facilitator locks, others can look at, and neither move, delete nor erase", async () => {
    await clear();
    await hand.keys("r");
    const box = await hand.made("shape", () => hand.drag({ x: 300, y: 200 }, { x: 460, y: 300 }));
    await bo.press("Fyld: blå");
    const there = middleOf(await shownAt(anne, elementRef(box)));
    await anne.page.mouse.click(there.x, there.y);
    await anne.press("Lås fast, så kun facilitatoren kan ændre det");
    await eventually("a lock", async () => (await hand.element("shape", box.id)).locked);
    await expect.poll(() => bo.page.getByText("Låst af facilitatoren").count()).toBe(1);
    const here = middleOf(await shownAt(bo, elementRef(box)));
    await hand.paper.focus();
    await hand.drag(here, { x: here.x + 200, y: here.y + 100 });
    await bo.page.mouse.click(here.x, here.y);
    await tool("Åbn").waitFor();
    expect(await tool("Rediger").count()).toBe(0);
    await hand.keys("ContextMenu");
    const choices = bo.page.getByRole("menuitem");
    await choices.first().waitFor();
    expect(await choices.allInnerTexts()).toEqual(["Åbn", "Lav en kopi"]);
    await hand.keys("Escape", "Delete", "ArrowRight", "Escape", "e");
    await hand.drag({ x: here.x - 200, y: here.y }, { x: here.x + 200, y: here.y });
    await hand.keys("v");
    await hand.keys("r");
    await hand.made("shape", () => hand.drag({ x: 700, y: 200 }, { x: 800, y: 300 }));
    const now = await hand.element("shape", box.id);
    expect(now).toMatchObject({ box: box.box, locked: true });
    await anne.press("Lås op");
    await eventually("no lock", async () => !(await hand.element("shape", box.id)).locked);
  });

  it("FREE-COPY-1 copies keep their joins, here and in another workshop", async () => {
    await clear();
    await hand.keys("r");
    await hand.made("shape", () => hand.drag({ x: 200, y: 200 }, { x: 300, y: 260 }));
    await hand.keys("r");
    await hand.made("shape", () => hand.drag({ x: 500, y: 200 }, { x: 600, y: 260 }));
    await hand.keys("a");
    await hand.made("connector", () => hand.drag({ x: 250, y: 230 }, { x: 550, y: 230 }));
    await hand.keys("Control+a", "Control+d");
    await eventually("twice as much", async () => (await hand.elements("connector")).length === 2);
    const shapes = new Set<string>((await hand.elements("shape")).map((shape) => shape.id));
    const targets = (await hand.elements("connector")).flatMap(({ from, to }) =>
      [from, to].map((end) => (end.type === "bound" ? end.target.id : "free")),
    );
    expect(new Set(targets).size).toBe(4);
    expect(targets.every((target) => shapes.has(target))).toBe(true);

    await elsewhere(async (facilitator) => {
      await eventually(
        "both lines there",
        async () => (await facilitator.elements("connector")).length === 2,
      );
      expect(await facilitator.elements("shape")).toHaveLength(4);
    });
  });

  it("FREE-PIC-3 pictures come by button, by dropping and by pasting, and are seen by the others", async () => {
    await clear();
    const buffer = whitePng(640, 480);
    const seen = anne.page.waitForResponse((response) => response.url().includes("/pictures/"));
    const chooser = bo.page.waitForEvent("filechooser");
    await bo.press("Læg et billede ind");
    const chosen = await hand.made("picture", async () => {
      await (await chooser).setFiles({ name: "plads.png", mimeType: "image/png", buffer });
    });
    expect(chosen.box.width / chosen.box.height).toBeCloseTo(4 / 3, 1);
    expect((await (await seen).allHeaders())["content-type"]).toMatch(/^image\//);
    const bring = (type: "drop" | "paste") =>
      hand.paper.evaluate(
        (paper, { kind, base64 }) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], "billede.png", { type: "image/png" }));
          const common = { bubbles: true, cancelable: true };
          paper.dispatchEvent(
            kind === "drop"
              ? new DragEvent("drop", { ...common, dataTransfer: data, clientX: 900, clientY: 300 })
              : new ClipboardEvent("paste", { ...common, clipboardData: data }),
          );
        },
        { kind: type, base64: buffer.toString("base64") },
      );
    const dropped = await hand.made("picture", () => bring("drop"));
    const { x, y } = middleOf(await shownAt(bo, elementRef(dropped)));
    expect(Math.hypot(x - 900, y - 300)).toBeLessThan(3);
    await hand.made("picture", () => bring("paste"));
    await eventually("the others see it", async () => (await shownAt(anne, elementRef(chosen))).width > 100);
    await elsewhere(async (facilitator) => {
      await eventually("three pictures", async () => (await facilitator.elements("picture")).length === 3);
    });
  });

  it("FREE-TOUCH-1 a pen draws while fingers move the paper; two fingers give up what was just begun", async () => {
    await clear();
    const fingers = await touches(bo);
    await hand.keys("p");
    const drawn = await hand.made("stroke", async () => {
      await fingers.down({ x: 300, y: 300 });
      await fingers.move({ x: 400, y: 320 });
      await fingers.move({ x: 500, y: 300 });
      await fingers.up();
    });
    const before = await shownAt(bo, elementRef(drawn));
    await fingers.down({ x: 300, y: 500 });
    await fingers.move({ x: 306, y: 500 });
    await fingers.down({ x: 306, y: 500 }, { x: 500, y: 500 });
    await fingers.move({ x: 346, y: 540 }, { x: 540, y: 540 });
    await fingers.up();
    await eventually("the paper moved", async () => (await shownAt(bo, elementRef(drawn))).y > before.y + 20);
    expect(await hand.elements("stroke")).toHaveLength(1);

    const pen = await hand.made("stroke", async () => {
      await fingers.pen({ x: 600, y: 300 }, { x: 650, y: 330 }, { x: 720, y: 300 });
    });
    const penned = await shownAt(bo, elementRef(pen));
    await fingers.down({ x: 300, y: 500 });
    await fingers.move({ x: 360, y: 500 });
    await fingers.move({ x: 420, y: 500 });
    await fingers.up();
    await eventually("one finger pans", async () => (await shownAt(bo, elementRef(pen))).x > penned.x + 60);
    expect(await hand.elements("stroke")).toHaveLength(2);
  });

  it("FREE-SAFE-1 a stroke begun while the connection was there lands when it is back", async () => {
    await clear();
    await hand.keys("p");
    await bo.page.mouse.move(300, 300);
    await bo.page.mouse.down();
    await bo.page.mouse.move(400, 340, { steps: 4 });
    await bo.context.setOffline(true);
    await bo.page.mouse.move(500, 300, { steps: 4 });
    await bo.page.mouse.up();
    await bo.context.setOffline(false);
    await eventually("the stroke", async () => (await hand.elements("stroke")).length === 1);
  });

  it("FREE-MAP-1 what is drawn as a line is a line on the minimap", async () => {
    await clear();
    await hand.keys("p");
    await hand.made("stroke", () => hand.drag({ x: 120, y: 180 }, { x: 860, y: 640 }));
    await hand.keys("a");
    await hand.made("connector", () => hand.drag({ x: 120, y: 640 }, { x: 860, y: 180 }));
    await hand.keys("Escape", "v");
    for (let step = 0; step < 4; step += 1)
      // oxlint-disable-next-line no-await-in-loop
      await bo.press("Zoom ind");
    const minimap = bo.page.locator("main canvas[aria-hidden]");
    await expect.poll(() => minimap.isVisible()).toBe(true);
    // The share that isn't paper: both boxes, filled, would be nearly all of it.
    const inked = await minimap.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return Number.NaN;
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return (
        pixels.filter((value, index) => index % 4 === 3 && value > 0).length / (canvas.width * canvas.height)
      );
    });
    expect(inked).toBeGreaterThan(0.005);
    expect(inked).toBeLessThan(0.15);
    await hand.keys("Control+0");
  });

  it("FREE-SAFE-2 what somebody deletes under the hand is gone, and the others in the hand land", async () => {
    await clear();
    await hand.keys("r");
    const first = await hand.made("shape", () => hand.drag({ x: 200, y: 200 }, { x: 300, y: 260 }));
    await hand.keys("r");
    const second = await hand.made("shape", () => hand.drag({ x: 400, y: 200 }, { x: 500, y: 260 }));
    await hand.keys("Control+a");
    await bo.page.mouse.move(250, 230);
    await bo.page.mouse.down();
    await bo.page.mouse.move(250, 300, { steps: 4 });
    const { x, y } = middleOf(await shownAt(anne, elementRef(first)));
    await anne.page.getByRole("application").focus();
    await anne.page.keyboard.press("Escape");
    await anne.page.mouse.click(x, y);
    await anne.page.keyboard.press("Delete");
    await eventually("one shape left", async () => (await hand.elements("shape")).length === 1);
    await bo.page.mouse.move(250, 400, { steps: 4 });
    await bo.page.mouse.up();
    await eventually("the other one moved", async () => {
      const { box } = await hand.element("shape", second.id);
      return box.y > second.box.y + 150;
    });
  });

  it("TIDY-3 tidies up by colour, round what is locked, and takes it back in one step", async () => {
    await clear();
    for (const [index, colour] of (["grøn", "gul", "grøn"] as const).entries()) {
      // One after the other, as a hand does.
      // oxlint-disable no-await-in-loop
      await hand.keys("Escape");
      await bo.page.mouse.dblclick(260 + index * 280, 260 + index * 60);
      await bo.page.keyboard.type(`Seddel ${index}`);
      await hand.keys("Escape");
      await eventually("one more note", async () => (await hand.notes()).length === index + 1);
      await bo.press(`Farve: ${colour}`);
      // oxlint-enable no-await-in-loop
    }
    await bo.saved();
    const places = async () =>
      new Map((await hand.notes()).map(({ text, position: { x, y } }) => [text, { x, y }] as const));
    const before = await places();
    const [locked] = (await hand.notes()).filter(({ text }) => text === "Seddel 1");
    if (!locked) throw new Error("there is no note");
    const at = middleOf(await shownAt(anne, noteRef(locked)));
    await anne.page.mouse.click(at.x, at.y);
    await anne.press("Lås fast, så kun facilitatoren kan ændre det");
    await eventually("a locked note", async () => (await hand.notes()).some((note) => note.locked));
    await hand.keys("Escape");
    // Bare paper, by the right button.
    await bo.page.mouse.click(640, 640, { button: "right" });
    await bo.page.getByRole("menuitem", { name: "Ordn efter farve" }).click();
    await eventually("the green notes one below the other", async () => {
      const now = await places();
      const [first, third] = [now.get("Seddel 0"), now.get("Seddel 2")];
      return first && third && first.x === third.x && first.y !== third.y;
    });
    expect((await places()).get("Seddel 1")).toEqual(before.get("Seddel 1"));
    await hand.keys("Control+z");
    await eventually("all as it was", async () => {
      const now = await places();
      return [...before].every(([text, { x, y }]) => now.get(text)?.x === x && now.get(text)?.y === y);
    });
    await anne.press("Lås op");
    await eventually("nothing locked", async () => (await hand.notes()).every((note) => !note.locked));
  });

  it("FREE-MAY-1 letters and buttons are as one: what a locked board forbids, no key does", async () => {
    await clear();
    await run({ type: "board.lock", locked: true });
    await expect.poll(() => tool("Tegn med pen").isDisabled()).toBe(true);
    await hand.paper.focus();
    await hand.keys("p");
    await hand.drag({ x: 300, y: 300 }, { x: 400, y: 340 });
    await hand.keys("n", "t", "f");
    await hand.drag({ x: 300, y: 300 }, { x: 500, y: 440 });
    await bo.page.mouse.dblclick(600, 500);
    expect(await tool("Vælg og flyt kort").getAttribute("aria-pressed")).toBe("true");
    await run({ type: "board.lock", locked: false });
    await expect.poll(() => tool("Tegn med pen").isDisabled()).toBe(false);
    await hand.keys("p");
    await hand.made("stroke", () => hand.drag({ x: 300, y: 300 }, { x: 400, y: 340 }));
    expect(await hand.notes()).toEqual([]);
    expect(await hand.elements("frame")).toEqual([]);
  });
});
