import type { CanvasPeer } from "../../canvas/props.ts";
import type { Peer } from "../../state/presence.ts";
import { peopleColour } from "../../theme/people.ts";

/** Others as the canvas draws them. Screens that only show are nobody. */
export function canvasPeers(peers: readonly Peer[]): CanvasPeer[] {
  return peers.filter(({ device }) => device !== "projector").map(canvasPeer);
}

function canvasPeer({ clientId, label, color, sheet, cursor, drag, editing }: Peer): CanvasPeer {
  return {
    clientId,
    label,
    color: peopleColour(color),
    sheet,
    cursor,
    drag: drag.length === 0 ? null : { items: drag.map(({ x, y, ...ref }) => ({ ref, x, y })) },
    editing: editing && { ref: refOf(editing), field: editing.field },
  };
}

function refOf(editing: NonNullable<Peer["editing"]>): NonNullable<CanvasPeer["editing"]>["ref"] {
  switch (editing.record) {
    case "actor":
      return { record: "actor", id: editing.id };
    case "mark":
      return { record: "mark", id: editing.id };
    case "note":
      return { record: "note", id: editing.id };
    case "element":
      return { record: "element", id: editing.id };
  }
}
