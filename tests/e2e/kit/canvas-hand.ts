import { locateEvent } from "@faelleskort/client/canvas/engine/locate.ts";
import type { Point, Rect } from "@faelleskort/client/canvas/geometry/rect.ts";
import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { CDPSession } from "playwright";
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
