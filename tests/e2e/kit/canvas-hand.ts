import { locateEvent } from "@faelleskort/client/canvas/engine/locate.ts";
import type { Point, Rect } from "@faelleskort/client/canvas/geometry/rect.ts";
import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { CDPSession } from "playwright";
import { eventually } from "../../kit/eventually.ts";
import type { Person } from "./person.ts";

/** Where the canvas shows a thing, in page px; it says so itself when asked by its event. */
export async function shownAt(person: Person, ref: RecordRef): Promise<Rect> {
  const found = await person.page.getByRole("application").evaluate(
    (paper, { event, asked }) => {
      const detail: { ref: typeof asked; rect: Rect | null } = { ref: asked, rect: null };
      paper.dispatchEvent(new CustomEvent(event, { detail }));
      return detail.rect;
    },
    { event: locateEvent, asked: ref },
  );
  if (!found) throw new Error(`${ref.id} isn't on the sheet`);
  return found;
}

/** The same, once the paper lies still: three frames in a row show it in one place. */
export async function restingAt(person: Person, ref: RecordRef): Promise<Rect> {
  const nextFrame = () =>
    person.page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));
  let seen: Rect[] = [];
  await eventually("the paper to lie still", async () => {
    seen = [];
    for (let frame = 0; frame < 3; frame += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await nextFrame();
      // oxlint-disable-next-line no-await-in-loop
      seen.push(await shownAt(person, ref));
    }
    return new Set(seen.map((rect) => JSON.stringify(rect))).size === 1;
  });
  const [rect] = seen;
  if (rect === undefined) throw new Error("nothing was seen");
  return rect;
}

export const middleOf = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

/** A finger on the screen: real touch input, through the browser's own protocol. */
export async function fingers(person: Person): Promise<{
  down(at: Point): Promise<void>;
  move(to: Point): Promise<void>;
  up(): Promise<void>;
}> {
  const session: CDPSession = await person.context.newCDPSession(person.page);
  const send = async (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]) => {
    await session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
    });
  };
  return {
    down: (at) => send("touchStart", [at]),
    move: (to) => send("touchMove", [to]),
    up: () => send("touchEnd", []),
  };
}

/** Several fingers, or a pen: real input through the browser's own protocol. */
export async function touches(person: Person): Promise<{
  down(...at: readonly Point[]): Promise<void>;
  move(...to: readonly Point[]): Promise<void>;
  up(): Promise<void>;
  /** A pen that goes down, through points, and up. */
  pen(...points: readonly Point[]): Promise<void>;
  /** The same, step by step, so that fingers can do something meanwhile. */
  readonly nib: Record<"down" | "move" | "up", (at: Point) => Promise<void>>;
}> {
  const session: CDPSession = await person.context.newCDPSession(person.page);
  const send = async (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]) => {
    const touchPoints = points.map(({ x, y }, id) => ({ x: Math.round(x), y: Math.round(y), id }));
    await session.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
  const stylus = async (
    type: "mousePressed" | "mouseMoved" | "mouseReleased",
    { x, y }: Point,
    buttons: number,
  ) => {
    await session.send("Input.dispatchMouseEvent", {
      type,
      x,
      y,
      button: type === "mouseMoved" ? "none" : "left",
      buttons,
      clickCount: 1,
      pointerType: "pen",
    });
  };
  const nib = {
    down: (at: Point) => stylus("mousePressed", at, 1),
    move: (to: Point) => stylus("mouseMoved", to, 1),
    up: (at: Point) => stylus("mouseReleased", at, 0),
  };
  return {
    nib,
    down: (...at) => send("touchStart", at),
    move: (...to) => send("touchMove", to),
    up: () => send("touchEnd", []),
    async pen(...points) {
      const [first] = points;
      const last = points.at(-1);
      if (!first || !last) return;
      await nib.down(first);
      for (const point of points.slice(1)) {
        // oxlint-disable-next-line no-await-in-loop
        await nib.move(point);
      }
      await nib.up(last);
    },
  };
}
