import * as v from "valibot";
import { StoreRefused, StoreUnavailable } from "../../workshops/ports.ts";
import type { Failure } from "./messages.ts";

const SqliteErrorSchema = v.object({ errcode: v.number(), message: v.string() });

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html); extended ones carry them in the low byte. */
const primary = { perm: 3, busy: 5, locked: 6, readonly: 8, full: 13, cantOpen: 14, constraint: 19 } as const;

/** What went wrong in the database's thread, as something that can be sent to the server's. */
export function failureOf(error: unknown): Failure {
  if (error instanceof StoreRefused) return { type: "refused", code: error.code, message: error.message };
  if (error instanceof StoreUnavailable)
    return { type: "unavailable", code: error.code, message: error.message };
  const sqlite = v.safeParse(SqliteErrorSchema, error);
  if (!sqlite.success)
    return { type: "defect", message: error instanceof Error ? error.message : String(error) };
  const { errcode, message } = sqlite.output;
  switch (errcode & 0xff) {
    case primary.full:
      return { type: "unavailable", code: "full", message: "the disk is full" };
    case primary.readonly:
    case primary.perm:
      return {
        type: "unavailable",
        code: "read-only",
        message: "the data can't be written: it is read-only",
      };
    case primary.cantOpen:
      return { type: "unavailable", code: "read-only", message: "the data file can't be opened or made" };
    case primary.busy:
    case primary.locked:
      return { type: "unavailable", code: "busy", message: "another program holds the data file" };
    case primary.constraint:
      // What callers can run into is refused by name before it comes to this.
      return { type: "defect", message };
    default:
      return { type: "unavailable", code: "broken", message: `the disk or the data file fails: ${message}` };
  }
}

/** The error that the caller of the port gets. */
export function errorOf(failure: Failure): Error {
  switch (failure.type) {
    case "unavailable":
      return new StoreUnavailable(failure.code, failure.message);
    case "refused":
      return new StoreRefused(failure.code, failure.message);
    case "defect":
      return new Error(`defect in the store: ${failure.message}`);
  }
}
