import { CaptureUpdateAction, convertToExcalidrawElements, Excalidraw } from "@excalidraw/excalidraw";
import { createRoot } from "react-dom/client";
import "@excalidraw/excalidraw/index.css";
import { fetchCards, moveEvery50Ms, painted } from "./cards.js";

const cards = await fetchCards();
const colours = { institution: "#a5d8ff", association: "#b2f2bb", enthusiast: "#ffec99", place: "#d0bfff" };
const idOf = (index) => `card-${index}`;

const elements = convertToExcalidrawElements(
  cards.map(({ name, category, x, y, width, height }, index) => ({
    type: "rectangle",
    id: idOf(index),
    x,
    y,
    width,
    height,
    roughness: 0,
    fillStyle: "solid",
    strokeWidth: 1,
    backgroundColor: colours[category],
    label: { text: name, fontSize: 16, fontFamily: 2 },
  })),
  { regenerateIds: false },
);

/** What the bench asks of a subject: the same for all. */
async function start(api) {
  // Its first scene comes a little after its interface.
  while (api.getSceneElements().length === 0) await painted();
  const fit = () =>
    api.scrollToContent(undefined, { fitToViewport: true, viewportZoomFactor: 0.95, animate: false });
  fit();
  await painted();
  const indexById = new Map(cards.map((_card, index) => [idOf(index), index]));
  window.subject = {
    usableAt: performance.now(),
    count: () => api.getSceneElements().filter(({ type }) => type === "rectangle").length,
    zoom: () => api.getAppState().zoom.value,
    rects() {
      const { scrollX, scrollY, zoom, offsetLeft, offsetTop } = api.getAppState();
      return api.getSceneElements().flatMap(({ id, x, y, width, height }) => {
        const index = indexById.get(id);
        if (index === undefined) return [];
        return [
          {
            index,
            x: (x + scrollX) * zoom.value + offsetLeft,
            y: (y + scrollY) * zoom.value + offsetTop,
            width: width * zoom.value,
            height: height * zoom.value,
          },
        ];
      });
    },
    fit,
    work: (at) => api.updateScene({ appState: { scrollX: -at.x, scrollY: -at.y, zoom: { value: 1 } } }),
    moveOthers(indexes) {
      const moved = new Set(indexes);
      const home = new Map(api.getSceneElements().map(({ id, x, y }) => [id, { x, y }]));
      return moveEvery50Ms((by) => {
        const elements = api.getSceneElementsIncludingDeleted().map((element) => {
          const index = indexById.get(element.containerId ?? element.id);
          const from = home.get(element.id);
          if (!moved.has(index) || !from) return element;
          return {
            ...element,
            x: from.x + by.x,
            y: from.y + by.y,
            version: element.version + 1,
            versionNonce: Math.floor(Math.random() * 2 ** 31),
          };
        });
        api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
      });
    },
  };
}

let started = false;
createRoot(document.querySelector("#root")).render(
  <Excalidraw
    initialData={{ elements }}
    excalidrawAPI={(api) => {
      if (started) return;
      started = true;
      void start(api);
    }}
  />,
);
