/** Why a canvas goal isn't reached, by its id: what a profile showed. Take a line out when its cause is gone. */
export const canvasReasons: Readonly<Record<string, string>> = {
  c1b: "tldraw pans some 30 elements of the page, which is little work; half of ours is the browser's own (events, style, commit)",
  c2b: "level with it: 0.25 in three rounds, a hair above",
  c3b:
    "0.27 in three rounds (0.08 of Excalidraw): meanwhile tldraw gets a third of our frames done, so that three moves come together " +
    "in each",
  c8a:
    "1.3 to 1.5 s on another day; 2.9 where it was measured last, with builds of before and after in turns the same: there, everything that " +
    "the browser does took twice as long",
  c8b:
    "1.0 to 1.3 s on another day, 2.5 with c8a's; 0.65 s of the first are the main thread's own: 0.25 s until the scripts are there, then Yjs " +
    "reads the document (0.1 s), the page is made round the canvas (0.15 s), all cards are laid out, and the rest is waiting for a turn beside " +
    "the browser that starts and the server. Making the canvases' bitmaps is a tenth of it and could be less",
  c9c: "37 frames a second on another day, 19 with c8a's, where tldraw reached 17 and Excalidraw 4",
};
