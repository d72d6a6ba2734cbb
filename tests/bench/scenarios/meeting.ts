import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { exportBoard, importChanges } from "@faelleskort/shared/protocol/export.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import * as Y from "yjs";
import { newSums, pause, Room } from "../load/room.ts";
import { MeetingScript } from "../load/meeting-script.ts";
import { startSubject } from "../subjects/subject.ts";
import type { RunPlan, RunResult } from "./scenario.ts";

const people = 30;
const minutes = 120;

/**
 * Two hours of thirty people, minute by minute as fast as it is stored: cards typed letter by letter and corrected, drops, placements,
 * categories, deletions. What does the document weigh at the end, against the same content written once?
 */
export async function meeting({ quick }: RunPlan): Promise<RunResult> {
  await using cleanup = new AsyncDisposableStack();
  const subject = await startSubject("ours", { stores: true });
  cleanup.defer(() => subject.close());
  const sums = newSums();
  const room = await Room.prepare(subject, { writers: people, listeners: 1 }, sums);
  await room.join(subject.server.port, 10);
  const script = new MeetingScript(
    room.writers.map(({ client }) => client),
    11,
  );
  let edits = 0;
  for (let minute = 0; minute < (quick ? minutes / 4 : minutes); minute += 1) {
    for (const { person, update } of script.minute()) {
      room.writers[person]?.sendUpdate(update);
      edits += 1;
    }
    // The next minute builds on this one, whoever wrote it.
    while (room.writers.some(({ unreceipted }) => unreceipted > 0) && sums.closed === 0) {
      // oxlint-disable-next-line no-await-in-loop
      await pause(2);
    }
  }
  const reader = room.people.at(-1);
  let left: Uint8Array = new Uint8Array(0);
  await reader?.ask((update) => {
    left = Uint8Array.from(update);
  });
  room.leave();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, left);
  const content = exportBoard(readBoard(doc));
  const once = new Y.Doc();
  applyChanges(once, importChanges(content), null);
  const onceBytes = Y.encodeStateAsUpdate(once).length;
  return {
    metrics: {
      edits,
      cards: content.actors.length,
      documentKb: left.length / 1_024,
      contentKb: onceBytes / 1_024,
      growth: left.length / onceBytes,
    },
    hotSpots: {},
    remarks: [
      ...(sums.refused > 0 ? [`${sums.refused} edits were refused`] : []),
      ...(content.actors.length === script.livingCards ? [] : ["cards are missing"]),
    ],
  };
}
