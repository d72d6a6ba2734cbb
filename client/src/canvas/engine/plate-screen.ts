import type { Showing } from "../geometry/plate.ts";
import type { Rect } from "../geometry/rect.ts";
import { tilesOf, touchedTiles } from "../geometry/tiles.ts";

/**
 * Shows what was painted on the plate. A canvas that can be painted on is handed to the screen anew at every frame, changed or not: for
 * a plate of twice the view's size that is a third of what a frame costs. A picture of it is handed over once. The picture is made of
 * tiles: making all of it anew takes some 10 ms, and mostly one card has changed.
 */
export interface PlateScreen {
  /** The plate was painted: shows it as it is now. `changed`: where, CSS px of the plate. */
  present(changed: "all" | readonly Rect[]): void;
  show(showing: Showing): void;
  close(): void;
}

interface Tile {
  readonly canvas: HTMLCanvasElement;
  readonly renderer: ImageBitmapRenderingContext;
}

/** null where the browser can't: then the plate itself must be shown. */
export function createPlateScreen(paper: HTMLElement, plate: HTMLCanvasElement): PlateScreen | null {
  const { ownerDocument: document } = paper;
  if (typeof OffscreenCanvas === "undefined" || !createTile(document)) return null;
  const screen = document.createElement("div");
  screen.setAttribute("data-plate", "");
  paper.prepend(screen);
  const copy = new OffscreenCanvas(1, 1);
  const brush = copy.getContext("2d", { alpha: false });
  let areas: readonly Rect[] = [];
  let tiles: readonly (Tile | null)[] = [];
  let laid = { width: 0, height: 0, ratio: 0 };

  /** Lays out the tiles for a plate; false when they lay so before. */
  function lay(width: number, height: number, ratio: number): boolean {
    if (laid.width === width && laid.height === height && laid.ratio === ratio) return false;
    laid = { width, height, ratio };
    areas = tilesOf({ width, height });
    tiles = areas.map(() => createTile(document));
    screen.replaceChildren(...tiles.flatMap((tile) => tile?.canvas ?? []));
    for (const [index, area] of areas.entries()) {
      const style = tiles[index]?.canvas.style;
      if (!style) continue;
      style.left = `${area.x / ratio}px`;
      style.top = `${area.y / ratio}px`;
      style.width = `${area.width / ratio}px`;
      style.height = `${area.height / ratio}px`;
    }
    return true;
  }

  return {
    present(changed) {
      if (plate.width === 0 || plate.height === 0) return;
      const ratio = plate.width / Number.parseFloat(plate.style.width);
      const isNew = lay(plate.width, plate.height, ratio);
      const inPixels = changed === "all" || isNew ? "all" : changed.map((area) => scaled(area, ratio));
      for (const index of touchedTiles(areas, inPixels)) {
        const area = areas[index];
        const tile = tiles[index];
        if (!area || !tile) continue;
        const { x, y, width, height } = area;
        if (copy.width !== width) copy.width = width;
        if (copy.height !== height) copy.height = height;
        brush?.drawImage(plate, x, y, width, height, 0, 0, width, height);
        tile.renderer.transferFromImageBitmap(copy.transferToImageBitmap());
      }
    },
    show: (showing) => showAt(screen, showing),
    close: () => screen.remove(),
  };
}

function createTile(document: Document): Tile | null {
  const canvas = document.createElement("canvas");
  // The plate is opaque all over.
  const renderer = canvas.getContext("bitmaprenderer", { alpha: false });
  return renderer && { canvas, renderer };
}

const scaled = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
});

export function showAt({ style }: HTMLElement, { x, y, scale }: Showing): void {
  style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
}
