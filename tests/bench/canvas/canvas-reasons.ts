/** Why a canvas goal isn't reached, by its id: what a profile showed. Take a line out when its cause is gone. */
export const canvasReasons: Readonly<Record<string, string>> = {
  c1b: "tldraw pans some 30 elements of the page, which is little work; half of ours is the browser's own (events, style, commit)",
  c8b:
    "1.0 to 1.3 s where the build before took 1.4 to 1.5 in turns with it, on two cores that others used, too; 0.65 s of it the main thread's own: " +
    "0.25 s until the scripts are there, then Yjs reads the document (0.1 s), the page is made round the canvas (0.15 s), all cards are " +
    "laid out, and the rest is waiting for a turn beside the browser that starts and the server",
  c3b: "0.23, 0.17 and 0.32 in three single rounds on a busy machine: not told apart from its noise yet",
};
