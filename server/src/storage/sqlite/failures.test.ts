import { expect, test } from "vitest";
import { StoreRefused, StoreUnavailable } from "../../workshops/ports.ts";
import { errorOf, failureOf } from "./failures.ts";

const sqlite = (errcode: number) => Object.assign(new Error("from SQLite"), { errcode });

test.each([
  [13, "full"],
  [8, "read-only"],
  [1032, "read-only"],
  [14, "read-only"],
  [5, "busy"],
  [261, "busy"],
  [10, "broken"],
  [1034, "broken"],
  [11, "broken"],
  [26, "broken"],
])("SQLite's result %i is a store that is %s", (errcode, code) => {
  const error = errorOf(failureOf(sqlite(errcode)));
  expect(error).toBeInstanceOf(StoreUnavailable);
  expect(error).toMatchObject({ code });
});

test("a constraint that no check foresaw, and any other error, is a defect", () => {
  for (const error of [sqlite(19), sqlite(2067), new TypeError("undefined is not a function")]) {
    expect(failureOf(error)).toEqual({ type: "defect", message: error.message });
  }
  expect(errorOf({ type: "defect", message: "oops" })).not.toBeInstanceOf(StoreUnavailable);
});

test("the port's own errors cross over to the other thread as they were", () => {
  for (const error of [new StoreRefused("code-taken", "a"), new StoreUnavailable("closed", "b")]) {
    const crossed = errorOf(structuredClone(failureOf(error)));
    expect(crossed).toEqual(error);
    expect(crossed.constructor).toBe(error.constructor);
  }
});
