import { getAssetUrlsByImport } from "@tldraw/assets/imports.vite";
import { createRoot } from "react-dom/client";
import { createShapeId, Tldraw, toRichText } from "tldraw";
import "tldraw/tldraw.css";
import { fetchCards, moveEvery50Ms, painted } from "./cards.js";

const assetUrls = getAssetUrlsByImport();
const cards = await fetchCards();
const colours = {
  institution: "light-blue",
  association: "light-green",
  enthusiast: "yellow",
  place: "light-violet",
};
const idOf = (index) => createShapeId(`card-${index}`);

/** What the bench asks of a subject: the same for all. */
async function start(editor) {
  editor.createShapes(
    cards.map(({ name, category, x, y, width, height }, index) => ({
      id: idOf(index),
      type: "geo",
      x,
      y,
      props: {
        geo: "rectangle",
        w: width,
        h: height,
        fill: "solid",
        dash: "solid",
        color: colours[category],
        size: "s",
        font: "sans",
        richText: toRichText(name),
      },
    })),
  );
  editor.clearHistory();
  editor.zoomToFit({ immediate: true });
  await painted();
  const rectOf = (index) => {
    const { x, y, w, h } = editor.getShapePageBounds(idOf(index));
    const { x: left, y: top } = editor.pageToScreen({ x, y });
    const zoom = editor.getZoomLevel();
    return { x: left, y: top, width: w * zoom, height: h * zoom };
  };
  window.subject = {
    usableAt: performance.now(),
    count: () => editor.getCurrentPageShapeIds().size,
    zoom: () => editor.getZoomLevel(),
    rects: () => cards.map((_card, index) => ({ index, ...rectOf(index) })),
    fit: () => editor.zoomToFit({ immediate: true }),
    work: (at) => editor.setCamera({ x: -at.x, y: -at.y, z: 1 }, { immediate: true }),
    moveOthers: (indexes) =>
      moveEvery50Ms((by) =>
        editor.store.mergeRemoteChanges(() =>
          editor.store.put(
            indexes.map((index) => ({
              ...editor.getShape(idOf(index)),
              x: cards[index].x + by.x,
              y: cards[index].y + by.y,
            })),
          ),
        ),
      ),
  };
}

createRoot(document.querySelector("#root")).render(
  <Tldraw assetUrls={assetUrls} onMount={(editor) => void start(editor)} />,
);
