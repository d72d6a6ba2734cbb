import type { Point } from "@faelleskort/client/canvas/geometry/rect.ts";
import type { CDPSession } from "playwright";

const frameMs = 1_000 / 60;
/** Events on their way: a page that can't follow isn't flooded, and one that can isn't held up by our asking. */
const mostUnderWay = 3;

/** A real mouse through the browser's own protocol, at most 60 events a second. */
export class Mouse {
  readonly #session: CDPSession;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  /** Sends what `at` gives for each beat until it gives null; resolves when the page has dealt with all of it. */
  async #beat(send: (beat: number) => Promise<unknown> | null): Promise<void> {
    const underWay = new Set<Promise<unknown>>();
    let next = performance.now();
    for (let beat = 0; ; beat += 1) {
      const sent = send(beat);
      if (sent === null) break;
      underWay.add(sent);
      void forgetWhenDone(underWay, sent);
      next = Math.max(next + frameMs, performance.now());
      const wait = next - performance.now();
      // oxlint-disable-next-line no-await-in-loop
      await pause(Math.max(0, wait));
      // oxlint-disable-next-line no-await-in-loop
      while (underWay.size >= mostUnderWay) await Promise.race(underWay);
    }
    await Promise.all(underWay);
  }

  /** Turns the wheel: `delta` of each beat from 0; null ends it. */
  wheel(at: Point, zooms: boolean, delta: (beat: number) => Point | null): Promise<void> {
    return this.#beat((beat) => {
      const by = delta(beat);
      if (by === null) return null;
      return this.#session.send("Input.dispatchMouseEvent", {
        type: "mouseWheel",
        ...at,
        deltaX: by.x,
        deltaY: by.y,
        modifiers: zooms ? 2 : 0,
      });
    });
  }

  move(to: (beat: number) => Point | null, pressed: boolean): Promise<void> {
    return this.#beat((beat) => {
      const at = to(beat);
      if (at === null) return null;
      return this.#session.send("Input.dispatchMouseEvent", {
        type: "mouseMoved",
        ...at,
        button: pressed ? "left" : "none",
        buttons: pressed ? 1 : 0,
      });
    });
  }

  async button(at: Point, type: "mousePressed" | "mouseReleased"): Promise<void> {
    await this.#session.send("Input.dispatchMouseEvent", {
      type,
      ...at,
      button: "left",
      buttons: type === "mousePressed" ? 1 : 0,
      clickCount: 1,
    });
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

async function forgetWhenDone(underWay: Set<Promise<unknown>>, sent: Promise<unknown>): Promise<void> {
  try {
    await sent;
  } finally {
    underWay.delete(sent);
  }
}
