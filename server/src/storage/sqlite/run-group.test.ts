import { DatabaseSync } from "node:sqlite";
import { workshopId } from "@faelleskort/shared/model/ids.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StoreRefused } from "../../workshops/ports.ts";
import type { Call } from "./messages.ts";
import { isBroken, runGroup } from "./run-group.ts";

// A table of its own instead of the real operations: `append` writes its `after`, `readWorkshop` counts the rows.
let database: DatabaseSync;
beforeEach(() => {
  database = new DatabaseSync(":memory:");
  database.exec("CREATE TABLE stored (number INTEGER PRIMARY KEY) STRICT");
});
afterEach(() => {
  vi.restoreAllMocks();
  database.close();
});

const id = workshopId("workshop");
const write = (number: number): Call => ({
  name: "append",
  args: [id, "board", { after: number, updates: [], claims: [] }],
});
const count: Call = { name: "readWorkshop", args: [id] };
const stored = () =>
  database
    .prepare("SELECT number FROM stored")
    .all()
    .map((row) => row["number"]);

function carry(call: Call): unknown {
  if (call.name !== "append") return stored().length;
  const number = call.args[2].after;
  database.prepare("INSERT INTO stored (number) VALUES (?)").run(number);
  if (number < 0) throw new StoreRefused("out-of-order", "negative");
  return number;
}

const tables = { carry, forget: () => {} };

test("one commit pays for all writes of the group, and its reads see them", () => {
  const statements = vi.spyOn(database, "exec");
  const outcomes = runGroup(database, tables, [count, ...[1, 2, 3, 4, 5].map(write), count]);
  expect(outcomes.map((outcome) => outcome.ok && outcome.value)).toEqual([5, 1, 2, 3, 4, 5, 5]);
  expect(statements.mock.calls.filter(([sql]) => sql === "COMMIT")).toHaveLength(1);
});

test("a group of reads opens no transaction", () => {
  const statements = vi.spyOn(database, "exec");
  expect(runGroup(database, tables, [count])).toEqual([{ ok: true, value: 0 }]);
  expect(statements).not.toHaveBeenCalled();
});

test("a write that fails takes back itself, whether it was refused or ran into a constraint", () => {
  const outcomes = runGroup(database, tables, [write(1), write(-2), write(1), write(3)]);
  expect(outcomes).toMatchObject([
    { ok: true, value: 1 },
    { ok: false, failure: { type: "refused", code: "out-of-order" } },
    { ok: false, failure: { type: "defect", message: expect.stringContaining("UNIQUE") as unknown } },
    { ok: true, value: 3 },
  ]);
  expect(stored()).toEqual([1, 3]);
});

test("a write that fails has what is remembered forgotten, and those that don't fail keep no savepoints", () => {
  const statements = vi.spyOn(database, "exec");
  const forget = vi.fn();
  runGroup(database, { carry, forget }, [write(1), write(2)]);
  expect(statements.mock.calls).toEqual([["BEGIN IMMEDIATE"], ["COMMIT"]]);
  expect(forget).not.toHaveBeenCalled();
  runGroup(database, { carry, forget }, [write(3), write(-4)]);
  expect(forget).toHaveBeenCalled();
  expect(stored()).toEqual([1, 2, 3]);
});

test("when the commit fails, no write of the group is called stored, none is, and the next group works", () => {
  const real = database.exec.bind(database);
  vi.spyOn(database, "exec").mockImplementation((sql) => {
    if (sql === "COMMIT") throw Object.assign(new Error("disk I/O error"), { errcode: 1034 });
    real(sql);
  });
  const outcomes = runGroup(database, tables, [write(1), count, write(2)]);
  const broken = { ok: false, failure: { type: "unavailable", code: "broken" } };
  expect(outcomes).toMatchObject([broken, { ok: true, value: 0 }, broken]);
  expect(outcomes.map(isBroken)).toEqual([true, false, true]);
  vi.restoreAllMocks();
  expect(runGroup(database, tables, [write(1)])).toEqual([{ ok: true, value: 1 }]);
  expect(stored()).toEqual([1]);
});

test("when SQLite ends the transaction by itself, those before the failing one have failed as well", () => {
  const outcomes = runGroup(
    database,
    {
      ...tables,
      carry: (call) => {
        const result = carry(call);
        if (result !== 2) return result;
        database.exec("ROLLBACK");
        throw Object.assign(new Error("database or disk is full"), { errcode: 13 });
      },
    },
    [write(1), write(2), write(3)],
  );
  const full = { ok: false, failure: { type: "unavailable", code: "full", message: "the disk is full" } };
  expect(outcomes).toEqual([full, full, full]);
  expect(stored()).toEqual([]);
});
