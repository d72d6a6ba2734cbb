import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type JournalTable, journalTable, mostArrivals } from "./journal-table.ts";
import { migrations } from "./migrations.ts";

let database: DatabaseSync;
let journal: JournalTable;
beforeEach(() => {
  database = new DatabaseSync(":memory:", { enableForeignKeyConstraints: false });
  for (const step of migrations) database.exec(step);
  journal = journalTable(database);
});
afterEach(() => database.close());

const bytes = (document: number, seq: number): Uint8Array => Buffer.from(`${document}:${seq}`);
const texts = (document: number, seq = 0): string[] =>
  journal.tail(document, seq).updates.map((update) => Buffer.from(update).toString());
const rowsIn = (table: "arrival" | "journal"): unknown =>
  database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.["rows"];

/** Ten documents take turns until `count` updates have come. */
function fill(count: number): void {
  for (let index = 0; index < count; index += 1) {
    const document = index % 10;
    const seq = Math.floor(index / 10) + 1;
    journal.append(document, seq, bytes(document, seq));
  }
}
const expected = (document: number, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${document}:${from + index}`);

test("each document's updates come back in order, before they are sorted, after, and when they lie in both places", () => {
  fill(mostArrivals);
  expect([rowsIn("arrival"), rowsIn("journal")]).toEqual([mostArrivals, 0]);
  expect(texts(3)).toEqual(expected(3, 1, mostArrivals / 10));
  const seq = mostArrivals / 10 + 1;
  journal.append(3, seq, bytes(3, seq));
  expect([rowsIn("arrival"), rowsIn("journal")]).toEqual([1, mostArrivals]);
  expect(texts(3)).toEqual(expected(3, 1, seq));
  expect(texts(3, seq - 2)).toEqual(expected(3, seq - 1, seq));
  expect(texts(4)).toEqual(expected(4, 1, mostArrivals / 10));
});

test("what a snapshot holds is dropped in both places, and of that document alone", () => {
  fill(mostArrivals);
  const seq = mostArrivals / 10 + 1;
  for (const later of [seq, seq + 1]) journal.append(3, later, bytes(3, later));
  journal.drop(3, seq);
  expect(texts(3)).toEqual(expected(3, seq + 1, seq + 1));
  expect(texts(4)).toHaveLength(mostArrivals / 10);
});

test("how many have come is known after an opening, a drop and a transaction that was taken back", () => {
  fill(mostArrivals - 1);
  journal = journalTable(database);
  journal.append(77, 1, bytes(77, 1));
  expect(rowsIn("journal")).toBe(0);
  database.exec("BEGIN");
  journal.append(77, 2, bytes(77, 2));
  database.exec("ROLLBACK");
  journal.forget();
  expect([rowsIn("arrival"), rowsIn("journal")]).toEqual([mostArrivals, 0]);
  journal.drop(77, 1);
  journal.append(77, 2, bytes(77, 2));
  expect(rowsIn("journal")).toBe(0);
  journal.append(77, 3, bytes(77, 3));
  expect(rowsIn("journal")).toBe(mostArrivals);
});

test("a row that took another's seq neither keeps anything from being stored nor pushes the other out", () => {
  fill(mostArrivals);
  database.exec("UPDATE arrival SET seq = 2 WHERE document_id = 3 AND seq = 1");
  const seq = mostArrivals / 10 + 1;
  journal.append(4, seq, bytes(4, seq));
  expect(texts(3)).toEqual(expected(3, 2, mostArrivals / 10));
  expect(journal.tail(3, 0).damaged).toBe(1);
  expect(texts(4)).toEqual(expected(4, 1, seq));
});

test("a damaged update is left out and counted wherever it lies", () => {
  fill(mostArrivals);
  database.exec("UPDATE arrival SET data = X'00' WHERE document_id = 3 AND seq = 2");
  expect(journal.tail(3, 0).damaged).toBe(1);
  journal.append(5, 1_000_000, bytes(5, 1_000_000));
  expect(journal.tail(3, 0).damaged).toBe(1);
  expect(texts(3)).toEqual(["3:1", ...expected(3, 3, mostArrivals / 10)]);
});
