import { isMethodSheet, type MethodSheetId, type SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Sheet } from "../canvas/scene/sheet.ts";
import { freeSheet } from "./free.ts";
import { mapSheet } from "./map.ts";
import { prioritySheet } from "./priority.ts";
import { wallSheet } from "./wall.ts";

const methodSheets: Readonly<Record<MethodSheetId, Sheet>> = {
  wall: wallSheet,
  priority: prioritySheet,
  map: mapSheet,
};

/** Every sheet a workshop can have: the method's own, and any number of free ones. */
export const sheetOf = (id: SheetId): Sheet => (isMethodSheet(id) ? methodSheets[id] : freeSheet(id));
