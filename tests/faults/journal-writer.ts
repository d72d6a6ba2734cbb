import { writeSync } from "node:fs";
import { openSqliteStore } from "@faelleskort/server/storage/sqlite/sqlite-store.ts";
import { programmeId, workshopId } from "@faelleskort/shared/model/ids.ts";
import { seededRandom } from "../kit/random.ts";
import { acknowledgement, roomNames, snapshotText, updateText, type WriterMode } from "./journal-record.ts";

// A process that appends to several rooms at once, and says on its stdout what it acknowledges, until it is killed:
// node journal-writer.ts <directory> <mode> <seed>

const [directory = "", mode = "", seed = ""] = process.argv.slice(2);
const bytes = (text: string) => new TextEncoder().encode(text);

/** Straight into the pipe, so that a killed process leaves behind all that it said. Waits while the reader is slow and the pipe full. */
function say(line: string): void {
  let rest = bytes(`${line}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

async function write(writerMode: WriterMode): Promise<void> {
  const opened = await openSqliteStore(directory);
  if (!opened.ok) throw opened.error;
  const store = opened.value;
  const random = seededRandom(Number(seed));
  // Often enough for kills to meet it.
  await store.sortAbove(20);

  async function writeRoom(name: string): Promise<void> {
    const id = workshopId(name);
    const snapshots = { board: bytes(snapshotText(name, 0)), stage: bytes("") };
    await store.createWorkshop({
      id,
      programme: { type: "new", id: programmeId(`of-${name}`) },
      title: name,
      area: name,
      template: "round-1",
      locale: "da",
      createdAt: 1,
      invites: [],
      snapshots,
    });
    const append = (seq: number) =>
      store.append(id, "board", () => ({
        after: seq - 1,
        updates: [bytes(updateText(name, seq))],
        claims: [],
      }));
    // One room waits for each append before the next, that is its life; the rooms beside it make the groups.
    for (let seq = 1; ; seq += 1) {
      switch (writerMode) {
        case "durable":
          await append(seq);
          say(acknowledgement(name, seq));
          break;
        case "early":
          // The fault that must be caught: acknowledged once in memory, handed to the store later, when the next has come.
          say(acknowledgement(name, seq));
          if (seq > 1) await append(seq - 1);
      }
      if (random.chance(0.02) && seq > 1) {
        await store.writeSnapshot(id, "board", seq - 1, bytes(snapshotText(name, seq - 1)));
      }
    }
  }

  await Promise.all(roomNames.map(writeRoom));
}

if (mode !== "durable" && mode !== "early") throw new Error(`no such mode: ${mode}`);
await write(mode);
