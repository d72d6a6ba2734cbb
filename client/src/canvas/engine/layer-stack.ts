import { Layer } from "konva/lib/Layer.js";
import { Shape } from "konva/lib/Shape.js";
import { Stage } from "konva/lib/Stage.js";
import type { ViewSize } from "../geometry/camera.ts";
import type { Rect } from "../geometry/rect.ts";
import { type BusyLayer, type LayerName, layers } from "./damage.ts";

/** The layers on the page: a Konva stage with a canvas for each, every one painted by a single shape. */
export interface LayerStack {
  /** Has a layer painted, now. */
  draw(name: LayerName): void;
  canvasOf(name: LayerName): HTMLCanvasElement;
  /** Lays a layer's canvas over a part of the view (CSS px that are whole device px); null takes it away. */
  lay(name: BusyLayer, part: Rect | null): void;
  /**
   * Makes room for a view of this size; whoever calls paints afterwards.
   * @param view CSS px
   * @param plate of the layer that rests, CSS px
   * @param ratio device px per CSS px
   */
  resize(view: ViewSize, plate: ViewSize, ratio: number): void;
  close(): void;
}

/** Puts the layers into the paper. `paint` is called to paint one: when it is asked for, or when the browser wants it anew. */
export function createLayerStack(
  paper: HTMLElement,
  paint: (name: LayerName, ctx: CanvasRenderingContext2D) => void,
): LayerStack {
  const container = paper.appendChild(paper.ownerDocument.createElement("div"));
  const stage = new Stage({ container, width: 0, height: 0, listening: false });
  // Konva draws a layer when it is added or gets another size, which here is before everything is in its place.
  let isAtRest = false;
  const stack: Readonly<Record<LayerName, Layer>> = { rest: bare(), hand: bare(), peers: bare() };
  for (const name of layers) {
    const layer = stack[name];
    layer.add(
      new Shape({
        listening: false,
        perfectDrawEnabled: false,
        sceneFunc({ _context }) {
          if (isAtRest && _context instanceof CanvasRenderingContext2D) paint(name, _context);
        },
      }),
    );
    stage.add(layer);
    // Bare until the engine says otherwise; what rests is shown by its picture.
    layer.getNativeCanvasElement().style.display = "none";
  }
  return {
    draw: (name) => void stack[name].drawScene(),
    canvasOf: (name) => stack[name].getNativeCanvasElement(),
    lay(name, part) {
      const canvas = stack[name].getNativeCanvasElement();
      const { style } = canvas;
      style.display = part ? "block" : "none";
      if (!part) return;
      const ratio = stack[name].getCanvas().getPixelRatio();
      const width = Math.round(part.width * ratio);
      const height = Math.round(part.height * ratio);
      // Setting it, even to what it is, has the browser make the canvas anew.
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      style.width = `${part.width}px`;
      style.height = `${part.height}px`;
      style.transform = `translate(${part.x}px, ${part.y}px)`;
    },
    resize(view, plate, ratio) {
      isAtRest = false;
      stage.size(view);
      for (const name of layers) {
        const canvas = stack[name].getCanvas();
        // It takes its bitmap anew, also for the same ratio.
        if (canvas.getPixelRatio() !== ratio) canvas.setPixelRatio(ratio);
      }
      stack.rest.getCanvas().setSize(plate.width, plate.height);
      isAtRest = true;
    },
    close() {
      stage.destroy();
      container.remove();
    },
  };
}

/** No hit graph, and the painter clears what it paints over. */
const bare = (): Layer => new Layer({ listening: false, clearBeforeDraw: false });
