import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Sheet } from "../canvas/scene/sheet.ts";
import { mapSheet } from "./map.ts";
import { prioritySheet } from "./priority.ts";
import { wallSheet } from "./wall.ts";

export const sheetsById: Readonly<Record<SheetId, Sheet>> = {
  wall: wallSheet,
  priority: prioritySheet,
  map: mapSheet,
};
