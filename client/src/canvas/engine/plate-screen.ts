import type { Showing } from "../geometry/plate.ts";

/**
 * Shows what was painted on the plate. A canvas that can be painted on is handed to the screen anew at every frame, changed or not: for
 * a plate of twice the view's size that is a third of what a frame costs. A picture of it is handed over once.
 */
export interface PlateScreen {
  /** The plate was painted: shows it as it is now. */
  present(): void;
  show(showing: Showing): void;
  close(): void;
}

/** null where the browser can't: then the plate itself must be shown. */
export function createPlateScreen(paper: HTMLElement, plate: HTMLCanvasElement): PlateScreen | null {
  const screen = paper.ownerDocument.createElement("canvas");
  // The plate is opaque all over.
  const renderer = screen.getContext("bitmaprenderer", { alpha: false });
  if (!renderer || typeof OffscreenCanvas === "undefined") return null;
  screen.setAttribute("data-plate", "");
  paper.prepend(screen);
  const copy = new OffscreenCanvas(1, 1);
  const brush = copy.getContext("2d", { alpha: false });
  return {
    present() {
      if (plate.width === 0 || plate.height === 0) return;
      if (copy.width !== plate.width) copy.width = plate.width;
      if (copy.height !== plate.height) copy.height = plate.height;
      brush?.drawImage(plate, 0, 0);
      const { width, height } = plate.style;
      Object.assign(screen.style, { width, height });
      renderer.transferFromImageBitmap(copy.transferToImageBitmap());
    },
    show: (showing) => showAt(screen, showing),
    close: () => screen.remove(),
  };
}

export function showAt({ style }: HTMLElement, { x, y, scale }: Showing): void {
  style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
}
