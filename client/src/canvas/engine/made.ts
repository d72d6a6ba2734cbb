import type { Making } from "../gestures/making.ts";
import { recordsOf } from "../scene/item.ts";
import type { Desk } from "./desk.ts";

/** Writes down what a hand has finished making. */
export function writeMade(desk: Desk, making: Making): void {
  const { props, scene } = desk;
  if (!props.mayWrite) return;
  switch (making.kind) {
    case "erasing": {
      const records = [...making.keys].flatMap((key) => {
        const item = scene.item(key);
        return item ? recordsOf(item) : [];
      });
      if (records.length > 0) props.dispatch([{ type: "records.delete", records }]);
      return;
    }
    case "drawing":
    case "connecting":
    case "spanning":
    case "resizing":
      return;
  }
}
