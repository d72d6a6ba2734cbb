import { participantId, workshopId } from "@faelleskort/shared/model/ids.ts";
import { expect, test } from "vitest";
import type { Append } from "../../workshops/ports.ts";
import { joinAppends } from "./join-appends.ts";
import type { Call } from "./messages.ts";

const [one, two] = [workshopId("workshop-1"), workshopId("workshop-2")];
const append = (
  id: typeof one,
  after: number,
  values: readonly number[],
  claims: Append["claims"] = [],
): Call => ({
  name: "append",
  args: [id, "board", { after, updates: values.map((value) => Uint8Array.of(value)), claims }],
});
const claims = [{ clientId: 7, participantId: participantId("person-1") }];

test("appends that follow each other in one document are one, and each is told its own seq", () => {
  const read: Call = { name: "readWorkshop", args: [one] };
  const given = [
    append(one, 4, [5], claims),
    append(two, 0, [1]),
    read,
    append(one, 5, [6, 7]),
    append(one, 7, [8]),
  ];
  const { calls, outcomeOf } = joinAppends(given);
  expect(calls).toEqual([append(one, 4, [5, 6, 7, 8], claims), append(two, 0, [1]), read]);
  const outcomes = [8, 1, "the workshop"].map((value) => ({ ok: true as const, value }));
  const told = given.map((_, index) => outcomeOf(index, (at) => outcomes[at]));
  expect(told.map((outcome) => outcome?.ok === true && outcome.value)).toEqual([5, 1, "the workshop", 7, 8]);
});

test("what was given is left as it was; a failure is all theirs, and no outcome is none", () => {
  const given = [append(one, 0, [1]), append(one, 1, [2])];
  const { outcomeOf } = joinAppends(given);
  expect(given).toEqual([append(one, 0, [1]), append(one, 1, [2])]);
  const failed = { ok: false as const, failure: { type: "defect" as const, message: "no" } };
  expect([0, 1].map((index) => outcomeOf(index, () => failed))).toEqual([failed, failed]);
  expect(outcomeOf(1, () => undefined)).toBeUndefined();
});

test("one that claims a client id begins a new one; where two rooms append, nothing more is joined", () => {
  const given = [append(one, 0, [1]), append(one, 1, [2], claims), append(one, 1, [9]), append(one, 2, [3])];
  expect(joinAppends(given).calls).toHaveLength(4);
  expect(joinAppends([append(one, 0, [1]), append(one, 1, [2], claims), append(one, 2, [3])]).calls).toEqual([
    append(one, 0, [1]),
    append(one, 1, [2, 3], claims),
  ]);
});
