import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { CanvasTool } from "../../canvas/tool.ts";
import { sheetOf } from "../../sheets/sheets-by-id.ts";

/** The tools that mean something on a sheet, in the order they are shown. */
export const toolsOf = (sheet: SheetId): readonly CanvasTool[] => sheetOf(sheet).tools;

/** Where a tool's words stand: those of the free sheets in a catalogue of their own. */
export function wordsOfTool(tool: CanvasTool): { readonly label: string; readonly short: string } {
  switch (tool) {
    case "select":
    case "hand":
    case "card":
    case "resource":
    case "challenge":
    case "note":
      return { label: `board.tool.${tool}`, short: `board.tool-short.${tool}` };
    case "text":
    case "pen":
    case "marker":
    case "eraser":
    case "arrow":
    case "line":
    case "rectangle":
    case "ellipse":
    case "frame":
      return { label: `free.tool.${tool}`, short: `free.tool-short.${tool}` };
  }
}
