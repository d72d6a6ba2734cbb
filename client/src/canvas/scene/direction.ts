export type TextDirection = "ltr" | "rtl";

/** Scripts written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic and their presentation forms. */
const firstStrong = /[\u0591-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|\p{L}/u;
const rightToLeft = /^[\u0591-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** Which way a text runs: by its first letter, as HTML's `dir="auto"` does; without letters, left to right. */
export function directionOf(text: string): TextDirection {
  const first = firstStrong.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first) ? "rtl" : "ltr";
}
