import { locateEvent } from "@faelleskort/client/canvas/engine/locate.ts";
import type { Point, Rect } from "@faelleskort/client/canvas/geometry/rect.ts";
import { eventually } from "../../kit/eventually.ts";
import type { Line } from "../../kit/line.ts";
import type { Person } from "../../e2e/kit/person.ts";

/** Waits for what is asked for at the next frames, as an eye does. */
const frames = (person: Person): Promise<void> =>
  person.page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/** Where the sheet shows these cards, those that are on it; page px. */
export function cardsShown(person: Person, ids: readonly string[]): Promise<readonly Rect[]> {
  return person.page.getByRole("application").evaluate(
    (paper, { event, asked }) =>
      asked.flatMap((id) => {
        const detail: { ref: object; rect: Rect | null } = { ref: { record: "actor", id }, rect: null };
        paper.dispatchEvent(new CustomEvent(event, { detail }));
        return detail.rect ?? [];
      }),
    { event: locateEvent, asked: ids },
  );
}

async function keys(person: Person, ...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) {
    // One key after the other, as a hand does.
    // oxlint-disable-next-line no-await-in-loop
    await person.page.keyboard.press(key);
  }
}

async function drag(person: Person, from: Point, to: Point): Promise<void> {
  const { mouse } = person.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 5 });
  await mouse.up();
}

/** On the wall: looks round, takes a card, thinks better of it, opens one, and writes one that is deleted again. */
async function onTheWall(person: Person, ids: readonly string[]): Promise<void> {
  const { page } = person;
  const paper = page.getByRole("application");
  await person.showSheet("Aktører");
  await paper.focus();
  await keys(person, "v", "Shift+1", "Control+0");
  await frames(person);
  const box = await paper.boundingBox();
  if (!box) throw new Error("there is no canvas");
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.wheel(60, 40);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, 40);
  await page.keyboard.up("Control");
  await keys(person, "Shift+1");
  await frames(person);
  const [card] = await cardsShown(person, ids);
  if (card) {
    const at = { x: card.x + card.width / 2, y: card.y + card.height / 2 };
    await drag(person, at, { x: at.x + 40, y: at.y + 30 });
    await keys(person, "Control+z", "Control+Shift+z", "Control+z", "Escape");
    await page.mouse.click(at.x, at.y);
    await person.press("Åbn");
    await page.getByRole("dialog").waitFor();
    await keys(person, "Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.mouse.click(at.x, at.y, { button: "right" });
    await page.getByRole("menu").waitFor();
    await keys(person, "Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
    await person.press("Rediger");
    await page.getByRole("application").locator("xpath=..").getByRole("textbox").waitFor();
    await page.keyboard.type("x");
    await keys(person, "Backspace", "Escape", "Escape");
  }
  await paper.focus();
  await keys(person, "n");
  await page.keyboard.type("Skolens værksted");
  await keys(person, "Enter", "Escape");
  await paper.focus();
  await keys(person, "Delete", "Escape");
}

/** On a free sheet: writes a note, draws, joins, and clears it away. */
async function onTheFreeSheet(person: Person): Promise<void> {
  const { page } = person;
  await page.getByRole("tab", { name: "Idéer", exact: true }).click();
  const paper = page.getByRole("application");
  await paper.focus();
  await keys(person, "Control+0");
  await frames(person);
  const box = await paper.boundingBox();
  if (!box) throw new Error("there is no canvas");
  const at = (x: number, y: number): Point => ({ x: box.x + x, y: box.y + y });
  await page.mouse.dblclick(at(200, 200).x, at(200, 200).y);
  await page.keyboard.type("Åben skole");
  await keys(person, "Escape", "Escape", "p");
  await drag(person, at(320, 120), at(420, 260));
  await keys(person, "r");
  await drag(person, at(450, 120), at(560, 200));
  await keys(person, "a");
  await drag(person, at(200, 200), at(500, 160));
  await keys(person, "Control+z", "Control+Shift+z", "v", "Control+a", "Delete", "Escape");
}

async function overThePanels(person: Person): Promise<void> {
  for (const panel of ["Personer", "Historik", "Liste"] as const) {
    // oxlint-disable-next-line no-await-in-loop
    await person.showPanel(panel);
  }
  await person.press("Vis eller skjul panelet");
  await person.press("Vis eller skjul panelet");
  await person.page.getByRole("tab", { name: "Liste", exact: true }).waitFor();
}

/** Everything one does at a meeting, once, with a real pointer and keyboard; ends where it began, with nothing chosen. */
export async function meetingRound(person: Person, ids: readonly string[]): Promise<void> {
  await person.showSheet("Prioritering");
  await frames(person);
  await person.showSheet("Områdekort");
  await frames(person);
  await onTheFreeSheet(person);
  await overThePanels(person);
  await onTheWall(person, ids);
  await keys(person, "Escape", "Shift+1");
  await person.saved();
}

/** The Wi-Fi goes, and is back. */
export async function lostAndFound(person: Person, line: Line): Promise<void> {
  await line.cut();
  await eventually("the line to be missed", async () => (await person.status()) !== "Gemt");
  await line.mend();
  await person.saved();
}
