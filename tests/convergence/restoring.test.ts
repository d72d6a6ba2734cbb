import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { restoringChanges } from "@faelleskort/shared/commands/restoring.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import {
  snapshotOfVersion,
  VersionBoardSchema,
  versionBoard,
} from "@faelleskort/shared/protocol/versions.ts";
import { clusters } from "@faelleskort/shared/views/clusters.ts";
import { priorityList, unplaced } from "@faelleskort/shared/views/priority.ts";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { randomCommand } from "../kit/random-command.ts";
import { type Random, seededRandom, seedsToRun } from "../kit/random.ts";

/** Seeds that once failed stay here. */
const rememberedSeeds: number[] = [];
const seeds = seedsToRun(120, rememberedSeeds);

function replica(clientId: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  return doc;
}

function work(doc: Y.Doc, random: Random, commands: number): void {
  for (let count = 0; count < commands; count += 1) {
    const snapshot = readBoard(doc);
    const decision = decideBoard(snapshot, randomCommand(snapshot, random), {
      author: { label: `replica ${doc.clientID}`, participantId: null },
      now: random.below(10_000),
      role: "facilitator",
    });
    if (decision.ok) applyChanges(doc, decision.value, "work");
  }
}

function exchange(docs: readonly Y.Doc[]): void {
  const states = docs.map((doc) => Y.encodeStateAsUpdate(doc));
  for (const doc of docs) for (const state of states) Y.applyUpdate(doc, state);
}

/** As it is stored and read again. */
function kept(board: BoardSnapshot): BoardSnapshot {
  const text = JSON.stringify(versionBoard(board));
  return snapshotOfVersion(v.parse(VersionBoardSchema, JSON.parse(text)));
}

/** What the meeting sees: living records, who leads whom, the list. */
function seen(snapshot: BoardSnapshot) {
  const all = clusters(snapshot);
  const living = (records: ReadonlyMap<string, { id: string; deleted: boolean }>) =>
    [...records.values()].filter(({ deleted }) => !deleted).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    clusters: all.map(({ id, members, placement }) => [id, members.map((member) => member.id), placement]),
    list: Object.values(priorityList(all)).map((entries) => entries.map(({ id }) => id)),
    tray: unplaced(all).map(({ id }) => id),
    records: Object.values(snapshot).map(living),
  };
}

const sizes = (board: BoardSnapshot) =>
  Object.values(board).map((records: ReadonlyMap<string, unknown>) => records.size);

describe("bringing an old version back", () => {
  it.each(seeds)("HIST-2 ends in the board as it was then, whatever happened since (seed %i)", (seed) => {
    const random = seededRandom(seed);
    const doc = replica(1);
    work(doc, random, random.below(60));
    const version = kept(readBoard(doc));
    work(doc, random, random.below(80));
    const before = kept(readBoard(doc));

    applyChanges(doc, restoringChanges(readBoard(doc), version), "server");
    expect(seen(readBoard(doc))).toEqual(seen(version));
    // Nothing is removed: everything there ever was is still there to be brought back.
    expect(sizes(readBoard(doc))).toEqual(sizes(before));
    expect(restoringChanges(readBoard(doc), version)).toEqual([]);

    applyChanges(doc, restoringChanges(readBoard(doc), before), "server");
    expect(seen(readBoard(doc))).toEqual(seen(before));
  });

  it.each(seeds)("HIST-3 and work done meanwhile come together alike for all (seed %i)", (seed) => {
    const random = seededRandom(seed);
    const docs = [replica(1), replica(2), replica(3)];
    for (const doc of docs) work(doc, random, 20);
    exchange(docs);
    const [server, ...others] = docs;
    if (server === undefined) throw new Error("no replica");
    const version = kept(readBoard(server));
    for (const doc of docs) work(doc, random, 15);
    exchange(docs);

    applyChanges(server, restoringChanges(readBoard(server), version), "server");
    for (const doc of others) work(doc, random, 10);
    exchange(docs);
    const [first, ...rest] = docs.map((doc) => seen(readBoard(doc)));
    for (const other of rest) expect(other).toEqual(first);
  });
});
