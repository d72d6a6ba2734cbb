import type { ParticipantId, WorkshopId } from "@faelleskort/shared/model/ids.ts";
import {
  type Append,
  type DocumentKind,
  documentKinds,
  type StoredDocument,
  StoreRefused,
} from "../../workshops/ports.ts";

interface Shelved {
  snapshot: Uint8Array;
  snapshotSeq: number;
  journal: { readonly seq: number; readonly data: Uint8Array; damaged: boolean }[];
  seq: number;
  readonly owners: Map<number, ParticipantId>;
}

/** The documents of the memory store. It keeps the arrays it's given and hands out copies. */
export interface DocumentShelf {
  create(workshopId: WorkshopId, snapshots: Readonly<Record<DocumentKind, Uint8Array>>): void;
  load(workshopId: WorkshopId, kind: DocumentKind): StoredDocument | null;
  append(workshopId: WorkshopId, kind: DocumentKind, append: Append): number;
  writeSnapshot(workshopId: WorkshopId, kind: DocumentKind, uptoSeq: number, state: Uint8Array): void;
  damageNewestUpdate(workshopId: WorkshopId, kind: DocumentKind): void;
}

export function documentShelf(): DocumentShelf {
  const documents = new Map<string, Shelved>();
  const keyOf = (workshopId: WorkshopId, kind: DocumentKind) => `${workshopId}/${kind}`;

  function existing(workshopId: WorkshopId, kind: DocumentKind): Shelved {
    const found = documents.get(keyOf(workshopId, kind));
    if (found === undefined) throw new StoreRefused("no-such-workshop", `no workshop ${workshopId}`);
    return found;
  }

  return {
    create(workshopId, snapshots) {
      for (const kind of documentKinds) {
        const fresh = { snapshot: snapshots[kind], snapshotSeq: 0, journal: [], seq: 0, owners: new Map() };
        documents.set(keyOf(workshopId, kind), fresh);
      }
    },

    load(workshopId, kind) {
      const found = documents.get(keyOf(workshopId, kind));
      if (found === undefined) return null;
      const sound = found.journal.filter((row) => !row.damaged);
      return {
        snapshot: found.snapshot.slice(),
        tail: sound.map((row) => row.data.slice()),
        seq: found.seq,
        clientOwners: new Map(found.owners),
        damaged: found.journal.length - sound.length,
      };
    },

    append(workshopId, kind, { after, updates, claims }) {
      const found = existing(workshopId, kind);
      if (found.seq !== after) {
        throw new StoreRefused("out-of-order", `the ${kind} stands at ${found.seq}, not at ${after}`);
      }
      const owners = new Map(found.owners);
      for (const { clientId, participantId } of claims) {
        if ((owners.get(clientId) ?? participantId) !== participantId) {
          throw new StoreRefused("client-id-taken", `client id ${clientId} belongs to another participant`);
        }
        owners.set(clientId, participantId);
      }
      for (const [clientId, participantId] of owners) found.owners.set(clientId, participantId);
      for (const data of updates) {
        found.seq += 1;
        found.journal.push({ seq: found.seq, data, damaged: false });
      }
      return found.seq;
    },

    writeSnapshot(workshopId, kind, uptoSeq, state) {
      const found = existing(workshopId, kind);
      if (uptoSeq > found.seq || uptoSeq < found.snapshotSeq) {
        const range = `${found.snapshotSeq} to ${found.seq}`;
        throw new StoreRefused(
          "out-of-order",
          `a snapshot up to ${uptoSeq} doesn't fit: the ${kind} has ${range}`,
        );
      }
      found.snapshot = state;
      found.snapshotSeq = uptoSeq;
      found.journal = found.journal.filter((row) => row.seq > uptoSeq);
    },

    damageNewestUpdate(workshopId, kind) {
      const newest = existing(workshopId, kind).journal.at(-1);
      if (newest === undefined)
        throw new Error(`the ${kind} of workshop ${workshopId} has no update to damage`);
      newest.damaged = true;
    },
  };
}
