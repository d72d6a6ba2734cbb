import type { DraggedItem as SentItem } from "@faelleskort/shared/protocol/presence.ts";
import type { DraggedItem } from "../../canvas/props.ts";

/** A dragged thing as presence carries it. */
export function sentItem({ ref, x, y }: DraggedItem): SentItem {
  switch (ref.record) {
    case "actor":
      return { record: "actor", id: ref.id, x, y };
    case "mark":
      return { record: "mark", id: ref.id, x, y };
    case "note":
      return { record: "note", id: ref.id, x, y };
    case "element":
      return { record: "element", id: ref.id, x, y };
  }
}
