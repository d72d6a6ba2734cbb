/** Why a canvas goal isn't reached, by its id: what a profile showed. Take a line out when its cause is gone. */
export const canvasReasons: Readonly<Record<string, string>> = {
  c1b: "tldraw pans some 30 elements of the page, which is little work; half of ours is the browser's own (events, style, commit)",
  c8a: "fetching scripts, texts, who one is and the document one after the other takes half of it, Yjs and laying out most of the rest",
  c8b:
    "scripts, texts, who one is and the socket are asked for one after the other (0.6 s); then Yjs integrates the whole document " +
    "(0.2 s), the page around the canvas is made (0.3 s) and all cards are laid out (0.1 s) before the first can be painted",
  c3b: "0.23, 0.17 and 0.32 in three single rounds on a busy machine: not told apart from its noise yet",
};
