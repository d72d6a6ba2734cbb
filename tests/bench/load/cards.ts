import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { actorId } from "@faelleskort/shared/model/ids.ts";
import * as Y from "yjs";
import type { Tip } from "../wire/move.ts";

/** Cards that somebody has written, and where their positions stand in the document. */
export interface Cards {
  /** The updates that make them, at most `perUpdate` cards each. */
  readonly updates: readonly Uint8Array[];
  /** The newest position item of each. */
  readonly tips: Tip[];
  /** How far the writer's client id has counted. */
  readonly clock: number;
}

const words = ["Biblioteket", "Fair Play", "Fædregruppen", "Spejderne", "Boligrådet", "Naturvejlederen"];

/** Cards as a meeting writes them: a name, one answer of a sentence, an author and a place on the wall. */
export function writeCards(client: number, count: number, perUpdate = 50): Cards {
  const doc = new Y.Doc();
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const ids = Array.from({ length: count }, (_, index) => actorId(`card-${client.toString(36)}-${index}`));
  for (let start = 0; start < count; start += perUpdate) {
    applyChanges(
      doc,
      ids.slice(start, start + perUpdate).map((id, index) => ({
        kind: "create-actor",
        actor: {
          id,
          name: `${words[index % words.length]} ${start + index}`,
          answers: {
            activities: "Lektiehjælp tirsdag og torsdag, åbent for alle fra 8. klasse",
            partners: "",
            contribution: "",
          },
          category: "institution",
          author: { label: "Anne, Biblioteket", participantId: null },
          createdAt: 1_760_000_000_000 + index,
          onWhoCard: false,
          wall: { x: 200 * index, y: 96, z: 0 },
          placement: null,
          mergedInto: null,
          deleted: false,
        },
      })),
      null,
    );
  }
  const actors = recordsOf(doc, "actors");
  const tips = ids.map((id) => tipOf(actors.get(id)));
  return { updates, tips, clock: Y.getState(doc.store, client) };
}

function tipOf(record: Y.Map<unknown> | undefined): Tip {
  // Yjs keeps a key's newest item there, and tells it in no other way.
  // oxlint-disable-next-line no-underscore-dangle
  const item = record?._map.get("wall");
  if (item === undefined) throw new Error("the card has no place on the wall");
  return item.lastId;
}
