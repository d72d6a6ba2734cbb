import { tokens } from "../../theme/tokens.ts";
import type { MeasureText } from "../scene/text-setter.ts";

/** Measured once at this size; widths grow evenly with it. */
const referenceSize = 100;
const rememberedWords = 20_000;

/** Measures with the browser's own canvas. Widths of pieces are remembered: line breaking asks for the same again and again. */
export function browserMeasure(document: Document): MeasureText {
  const context = document.createElement("canvas").getContext("2d");
  const remembered = { 400: new Map<string, number>(), 600: new Map<string, number>() };
  return (text, { weight, size }) => {
    const widths = remembered[weight];
    let width = widths.get(text);
    if (width === undefined) {
      if (!context) throw new Error("This browser gives no 2D canvas");
      context.font = `${weight} ${referenceSize}px ${tokens.type.family}`;
      width = context.measureText(text).width;
      if (widths.size >= rememberedWords) widths.clear();
      widths.set(text, width);
    }
    return (width * size) / referenceSize;
  };
}
