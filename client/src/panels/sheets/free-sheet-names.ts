import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { isMethodSheet, type SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { FreeSheet } from "@faelleskort/shared/model/stage.ts";

/** A name for one more free sheet: the word alone, or with the first number that is free. */
export function nextTitle(word: string, sheets: readonly Pick<FreeSheet, "title">[]): string {
  const taken = new Set(sheets.map(({ title }) => title));
  if (!taken.has(word)) return word;
  for (let number = 2; ; number += 1) {
    const title = `${word} ${number}`;
    if (!taken.has(title)) return title;
  }
}

/** A title as the server takes it; null when nothing is left of it. */
export function tidyTitle(text: string): string | null {
  const title = text.trim().slice(0, contentLimits.sheetTitle).trim();
  return title === "" ? null : title;
}

/** Whether a sheet can be shown: one of the method's, or a free one that hasn't been removed. */
export const isThere = (sheet: SheetId, freeSheets: readonly Pick<FreeSheet, "id">[]): boolean =>
  isMethodSheet(sheet) || freeSheets.some(({ id }) => id === sheet);
