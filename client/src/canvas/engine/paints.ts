import type { PictureId } from "@faelleskort/shared/model/ids.ts";
import type { Brush } from "../painters/brush.ts";
import { createTextSetter, type TextSetter } from "../scene/text-setter.ts";
import type { EngineParts } from "./canvas-engine.ts";
import { createPictures } from "./pictures.ts";

/** What the layers are painted with besides the desk. */
export interface Paints {
  text: TextSetter;
  picture: CanvasImageSource | null;
  /** A picture that lies on the sheet, once it has come. */
  readonly pictureOf: Brush["pictureOf"];
  /** Device px per CSS px. */
  pixelRatio: number;
}

/** `urlOf`: where a picture of a free sheet is to be had. `came`: one has arrived that was asked for. */
export function createPaints(
  { measure, loadPicture }: Pick<EngineParts, "measure" | "loadPicture">,
  urlOf: (id: PictureId) => string | undefined,
  came: () => void,
): Paints & { readonly close: () => void } {
  const pictures = createPictures(loadPicture, came);
  return {
    text: createTextSetter(measure),
    picture: null,
    pixelRatio: 1,
    pictureOf: (id) => pictures.of(urlOf(id) ?? null),
    close: () => pictures.close(),
  };
}
