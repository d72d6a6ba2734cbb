import type { DatabaseSync } from "node:sqlite";
import * as v from "valibot";
import { checksumOf } from "./checksum.ts";

/**
 * So many arrivals are kept before they are sorted into the journal. Opening a document reads through all of them, which takes about a
 * millisecond; sorting them takes some ten.
 */
export const mostArrivals = 4_000;

const CountRow = v.object({ count: v.number() });
const UpdateRow = v.object({ seq: v.number(), checksum: v.number(), data: v.instance(Uint8Array) });

export interface JournalTable {
  append(documentId: number, seq: number, data: Uint8Array): void;
  /** What came after `seq`, oldest first: the sound updates, and how many were damaged. */
  tail(
    documentId: number,
    seq: number,
  ): { readonly updates: readonly Uint8Array[]; readonly damaged: number };
  /** Takes away what a snapshot holds, up to and with `seq`. */
  drop(documentId: number, seq: number): void;
  /** Sorts what has come as soon as there is that much of it. */
  readonly sortAbove: (arrivals: number) => void;
  /** What was written since the last commit has been taken back. */
  readonly forget: () => void;
}

/**
 * The updates since the snapshots. Where they lie is a matter of cost only: what comes is written behind everything else that came, of
 * whatever document, so that a commit for three hundred rooms changes a page or two; sorted by document, each row would change a page of
 * its own. When there are many, they are sorted by document, where each page takes several at once. Transactions are the caller's.
 */
export function journalTable(database: DatabaseSync): JournalTable {
  const insert = database.prepare(
    "INSERT INTO arrival (document_id, seq, checksum, data) VALUES (?, ?, ?, ?)",
  );
  const count = database.prepare("SELECT count(*) AS count FROM arrival");
  const select = database.prepare(`
    SELECT seq, checksum, data FROM journal WHERE document_id = ?1 AND seq > ?2
    UNION ALL SELECT seq, checksum, data FROM arrival WHERE document_id = ?1 AND seq > ?2
    ORDER BY seq`);
  // A row whose seq was damaged may stand in another's place: it must neither keep all others from being stored nor push one out.
  const sort = database.prepare(`
    INSERT OR IGNORE INTO journal (document_id, seq, checksum, data)
    SELECT document_id, seq, checksum, data FROM arrival ORDER BY document_id, seq`);
  const clearSorted = database.prepare(`
    DELETE FROM arrival WHERE EXISTS (SELECT 1 FROM journal WHERE journal.document_id = arrival.document_id
      AND journal.seq = arrival.seq AND journal.checksum = arrival.checksum)`);
  const drops = [
    database.prepare("DELETE FROM journal WHERE document_id = ? AND seq <= ?"),
    database.prepare("DELETE FROM arrival WHERE document_id = ? AND seq <= ?"),
  ];

  /** null: to be counted anew. */
  let arrivals: number | null = null;
  let most = mostArrivals;

  return {
    append(documentId, seq, data) {
      arrivals ??= v.parse(CountRow, count.get()).count;
      if (arrivals >= most) {
        sort.run();
        clearSorted.run();
        arrivals = v.parse(CountRow, count.get()).count;
      }
      insert.run(documentId, seq, checksumOf(seq, data), data);
      arrivals += 1;
    },

    tail(documentId, seq) {
      const rows = v.parse(v.array(UpdateRow), select.all(documentId, seq));
      const sound = rows.filter((row) => checksumOf(row.seq, row.data) === row.checksum);
      return { updates: sound.map(({ data }) => data), damaged: rows.length - sound.length };
    },

    drop(documentId, seq) {
      for (const statement of drops) statement.run(documentId, seq);
      arrivals = null;
    },

    sortAbove(limit) {
      most = limit;
    },

    forget() {
      arrivals = null;
    },
  };
}
