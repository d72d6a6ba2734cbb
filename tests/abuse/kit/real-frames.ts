import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { participantId } from "@faelleskort/shared/model/ids.ts";
import { syncType } from "@faelleskort/shared/protocol/messages.ts";
import * as Y from "yjs";
import { presenceFrame, syncFrame } from "../../contracts/raw-client.ts";
import { randomCommand } from "../../kit/random-command.ts";
import type { Random } from "../../kit/random.ts";

/** Frames as honest clients of one workshop send them: edits, questions, differences and presence. */
export function realFrames(random: Random, edits: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = 1 + random.below(2 ** 31);
  const frames: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => frames.push(syncFrame(syncType.update, update)));
  const author = { label: "fuzz", participantId: participantId("person-0001") };
  for (let now = 0; now < edits; now += 1) {
    const board = readBoard(doc);
    const decision = decideBoard(board, randomCommand(board, random), { author, now });
    if (decision.ok) applyChanges(doc, decision.value, null);
  }
  frames.push(
    syncFrame(syncType.step1, Y.encodeStateVector(doc)),
    syncFrame(syncType.step2, Y.encodeStateAsUpdate(doc)),
    presenceFrame([{ id: doc.clientID, clock: 1, state: { label: "fuzz", cursor: { x: 1, y: 2 } } }]),
  );
  return frames;
}
