import type { DatabaseSync } from "node:sqlite";
import { ParticipantIdSchema, type ParticipantId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import * as v from "valibot";
import { type Append, type DocumentKind, type StoredDocument, StoreRefused } from "../../workshops/ports.ts";
import { checksumOf } from "./checksum.ts";
import { journalTable } from "./journal-table.ts";

const PositionRow = v.object({ id: v.number(), snapshotSeq: v.number(), newest: v.number() });
type Position = v.InferOutput<typeof PositionRow>;
/** Open rooms append again and again; of those closed long since nothing need be remembered. */
const mostRemembered = 10_000;
const StateRow = v.object({ seq: v.number(), checksum: v.number(), state: v.instance(Uint8Array) });
const OwnerRow = v.object({ client_id: v.number(), participant_id: ParticipantIdSchema });

export interface DocumentTable {
  create(workshopId: WorkshopId, kind: DocumentKind, state: Uint8Array): void;
  load(workshopId: WorkshopId, kind: DocumentKind): StoredDocument | null;
  append(workshopId: WorkshopId, kind: DocumentKind, append: Append): number;
  writeSnapshot(workshopId: WorkshopId, kind: DocumentKind, uptoSeq: number, state: Uint8Array): void;
  readonly sortAbove: (arrivals: number) => void;
  /** What was written since the last commit has been taken back. */
  readonly forget: () => void;
}

/** Snapshots, journals and client owners, with their statements prepared once. Transactions are the caller's. */
export function documentTable(database: DatabaseSync): DocumentTable {
  const journal = journalTable(database);
  const insertDocument = database.prepare(
    "INSERT INTO document (workshop_id, kind, snapshot_seq) VALUES (?, ?, 0)",
  );
  const selectPosition = database.prepare(`
    SELECT id, snapshot_seq AS "snapshotSeq",
      max(
        snapshot_seq,
        coalesce((SELECT max(seq) FROM journal WHERE document_id = document.id), 0),
        coalesce((SELECT max(seq) FROM arrival WHERE document_id = document.id), 0)
      ) AS newest
    FROM document WHERE workshop_id = ? AND kind = ?`);
  const replaceSnapshot = database.prepare(
    "INSERT OR REPLACE INTO snapshot (document_id, seq, checksum, state) VALUES (?, ?, ?, ?)",
  );
  const selectSnapshot = database.prepare("SELECT seq, checksum, state FROM snapshot WHERE document_id = ?");
  const moveSnapshot = database.prepare("UPDATE document SET snapshot_seq = ? WHERE id = ?");
  const insertOwner = database.prepare(
    "INSERT INTO client_owner (document_id, client_id, participant_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const selectOwner = database.prepare(
    "SELECT client_id, participant_id FROM client_owner WHERE document_id = ? AND client_id = ?",
  );
  const selectOwners = database.prepare(
    "SELECT client_id, participant_id FROM client_owner WHERE document_id = ?",
  );

  /** Where documents stand, as this connection, the only one that writes, has read and written it. */
  const positions = new Map<string, Position>();
  const position = (workshopId: WorkshopId, kind: DocumentKind): Position | undefined => {
    const name = `${kind} ${workshopId}`;
    const known = positions.get(name);
    if (known !== undefined) return known;
    const found = v.parse(v.optional(PositionRow), selectPosition.get(workshopId, kind));
    if (positions.size >= mostRemembered) positions.clear();
    if (found !== undefined) positions.set(name, found);
    return found;
  };
  const existing = (workshopId: WorkshopId, kind: DocumentKind): Position => {
    const found = position(workshopId, kind);
    if (found === undefined) throw new StoreRefused("no-such-workshop", `no workshop ${workshopId}`);
    return found;
  };

  function claim(documentId: number, clientId: number, participantId: ParticipantId): void {
    if (insertOwner.run(documentId, clientId, participantId).changes !== 0) return;
    const owner = v.parse(OwnerRow, selectOwner.get(documentId, clientId));
    if (owner.participant_id !== participantId) {
      throw new StoreRefused("client-id-taken", `client id ${clientId} belongs to another participant`);
    }
  }

  return {
    create(workshopId, kind, state) {
      const { lastInsertRowid } = insertDocument.run(workshopId, kind);
      replaceSnapshot.run(lastInsertRowid, 0, checksumOf(0, state), state);
    },

    load(workshopId, kind) {
      const found = position(workshopId, kind);
      if (found === undefined) return null;
      const snapshot = v.parse(StateRow, selectSnapshot.get(found.id));
      if (checksumOf(snapshot.seq, snapshot.state) !== snapshot.checksum) {
        throw new StoreRefused("damaged", `the stored ${kind} of workshop ${workshopId} is damaged`);
      }
      const { updates, damaged } = journal.tail(found.id, found.snapshotSeq);
      const owners = v.parse(v.array(OwnerRow), selectOwners.all(found.id));
      return {
        snapshot: snapshot.state,
        tail: updates,
        seq: found.newest,
        clientOwners: new Map(owners.map((owner) => [owner.client_id, owner.participant_id])),
        damaged,
      };
    },

    append(workshopId, kind, { after, updates, claims }) {
      const found = existing(workshopId, kind);
      if (found.newest !== after) {
        throw new StoreRefused("out-of-order", `the ${kind} stands at ${found.newest}, not at ${after}`);
      }
      for (const { clientId, participantId } of claims) claim(found.id, clientId, participantId);
      let seq = after;
      for (const data of updates) {
        seq += 1;
        journal.append(found.id, seq, data);
      }
      found.newest = seq;
      return seq;
    },

    writeSnapshot(workshopId, kind, uptoSeq, state) {
      const found = existing(workshopId, kind);
      if (uptoSeq > found.newest || uptoSeq < found.snapshotSeq) {
        const range = `${found.snapshotSeq} to ${found.newest}`;
        throw new StoreRefused(
          "out-of-order",
          `a snapshot up to ${uptoSeq} doesn't fit: the ${kind} has ${range}`,
        );
      }
      replaceSnapshot.run(found.id, uptoSeq, checksumOf(uptoSeq, state), state);
      moveSnapshot.run(uptoSeq, found.id);
      journal.drop(found.id, uptoSeq);
      found.snapshotSeq = uptoSeq;
    },

    sortAbove: journal.sortAbove,

    forget() {
      positions.clear();
      journal.forget();
    },
  };
}
