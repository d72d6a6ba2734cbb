import type { Making } from "../gestures/making.ts";
import { firstStyle } from "../scene/drawing-style.ts";
import { recordsOf } from "../scene/item.ts";
import type { Desk } from "./desk.ts";
import { createdBy, selectRefs } from "./drafting.ts";

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
      return make(desk, making);
  }
}

/** One step for undo. A pen is used again and again; anything else is chosen once, and what it made is selected. */
function make(desk: Desk, making: Making): void {
  const { props, scene } = desk;
  const { tool, style = firstStyle } = props;
  const commands = scene.arrangement?.free?.make(making, { tool, style }, props.newId) ?? [];
  if (commands.length === 0) return;
  props.dispatch(commands);
  if (making.kind === "drawing" || making.kind === "resizing") return desk.sync();
  selectRefs(desk, commands.flatMap(createdBy));
  props.onToolUsed?.();
}
