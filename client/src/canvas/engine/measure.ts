import { tokens } from "../../theme/tokens.ts";
import { createRecent } from "../scene/recent.ts";
import type { MeasureText } from "../scene/text-setter.ts";

/** Measured once at this size; widths grow evenly with it. */
const referenceSize = 100;
/** Words at least. */
const rememberedWords = 2_000;

/** Measures with the browser's own canvas. Widths of pieces are remembered: line breaking asks for the same again and again. */
export function browserMeasure(document: Document): MeasureText {
  const context = document.createElement("canvas").getContext("2d");
  const words = () => createRecent<string, number>(rememberedWords);
  const remembered = { 400: words(), 600: words() };
  return (text, { weight, size }) => {
    const widths = remembered[weight];
    let width = widths.get(text);
    if (width === undefined) {
      if (!context) throw new Error("This browser gives no 2D canvas");
      context.font = `${weight} ${referenceSize}px ${tokens.type.family}`;
      width = context.measureText(text).width;
      widths.set(text, width);
    }
    return (width * size) / referenceSize;
  };
}
