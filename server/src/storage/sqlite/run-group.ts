import type { DatabaseSync } from "node:sqlite";
import { failureOf } from "./failures.ts";
import { type Call, type Failure, isWrite, type Outcome } from "./messages.ts";

export interface Operations {
  /** Carries out one call. It throws `StoreRefused` or SQLite's error; transactions are the caller's. */
  readonly carry: (call: Call) => unknown;
  /** Writes were taken back: what is remembered of the tables may not be so. */
  readonly forget: () => void;
}

/**
 * Carries out what was queued meanwhile: all writes in one transaction (so one sync of the disk pays for all), then the reads,
 * which so see every write called before them. No outcome is given away before the commit.
 *
 * A write that fails takes back only itself. When the transaction as a whole fails, every write in it has failed.
 */
export function runGroup(
  database: DatabaseSync,
  operations: Operations,
  calls: readonly Call[],
): Outcome<unknown>[] {
  const outcomes = new Map<Call, Outcome<unknown>>();
  const writes = calls.filter(isWrite);
  if (writes.length > 0) {
    try {
      for (const [call, outcome] of commitTogether(database, operations, writes)) outcomes.set(call, outcome);
    } catch (error) {
      takeBack(database, operations);
      const failure = failureOf(error);
      for (const call of writes) outcomes.set(call, { ok: false, failure });
    }
  }
  return calls.map((call) => outcomes.get(call) ?? attempt(operations, call));
}

/** Nearly always nothing fails: then a savepoint for each write would cost as much as the write. Throws when the transaction was lost as a whole. */
function commitTogether(
  database: DatabaseSync,
  operations: Operations,
  writes: readonly Call[],
): Map<Call, Outcome<unknown>> {
  database.exec("BEGIN IMMEDIATE");
  const outcomes = carryAll(operations, writes);
  if (outcomes === null) {
    takeBack(database, operations);
    return commitOneByOne(database, operations, writes);
  }
  database.exec("COMMIT");
  return outcomes;
}

/** @returns null when one failed */
function carryAll({ carry }: Operations, writes: readonly Call[]): Map<Call, Outcome<unknown>> | null {
  const outcomes = new Map<Call, Outcome<unknown>>();
  try {
    for (const call of writes) outcomes.set(call, { ok: true, value: carry(call) });
    return outcomes;
  } catch {
    // Which one, and why, is told when they are carried out one by one.
    return null;
  }
}

function commitOneByOne(
  database: DatabaseSync,
  operations: Operations,
  writes: readonly Call[],
): Map<Call, Outcome<unknown>> {
  const outcomes = new Map<Call, Outcome<unknown>>();
  database.exec("BEGIN IMMEDIATE");
  for (const call of writes) {
    database.exec("SAVEPOINT one");
    try {
      outcomes.set(call, { ok: true, value: operations.carry(call) });
    } catch (error) {
      // SQLite ends the transaction by itself on some failures of the disk: then those before are gone as well.
      if (!database.isTransaction) throw error;
      database.exec("ROLLBACK TO one");
      operations.forget();
      outcomes.set(call, { ok: false, failure: failureOf(error) });
    }
    database.exec("RELEASE one");
  }
  database.exec("COMMIT");
  return outcomes;
}

function takeBack(database: DatabaseSync, { forget }: Operations): void {
  if (database.isTransaction) database.exec("ROLLBACK");
  forget();
}

function attempt({ carry }: Operations, call: Call): Outcome<unknown> {
  try {
    return { ok: true, value: carry(call) };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** The disk or the file failed in a way that a fresh connection may get over. */
export function isBroken(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && isBrokenFailure(outcome.failure);
}

function isBrokenFailure(failure: Failure): boolean {
  return failure.type === "unavailable" && failure.code === "broken";
}
