import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { CanvasTool } from "../../canvas/tool.ts";

/** The tools that mean something on a sheet, in the order they are shown. */
export function toolsOf(sheet: SheetId): readonly CanvasTool[] {
  switch (sheet) {
    case "wall":
      return ["select", "hand", "card", "note"];
    case "priority":
      return ["select", "hand", "card", "note"];
    case "map":
      return ["select", "hand", "resource", "challenge", "note"];
    default:
      return ["select", "hand", "note"];
  }
}

/** What "new" makes on a sheet: the map has marks, the others cards. */
export const newTool = (sheet: SheetId): CanvasTool => (sheet === "map" ? "resource" : "card");
