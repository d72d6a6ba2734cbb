import { participantId, workshopId } from "@faelleskort/shared/model/ids.ts";
import { expect, test } from "vitest";
import type { Call, Outcome } from "./messages.ts";
import { outcomeAt, packCalls, packOutcomes, unpackCalls } from "./packing.ts";

const id = workshopId("workshop");
const pool = new Uint8Array([9, 9, 1, 2, 3, 9]);
const append = (after: number, updates: Uint8Array[], claimed: number[] = []): Call => ({
  name: "append",
  args: [
    id,
    after % 2 === 0 ? "board" : "stage",
    {
      after,
      updates,
      claims: claimed.map((clientId) => ({ clientId, participantId: participantId("participant-anna") })),
    },
  ],
});

test("calls cross in their order, with every byte, also of views and of nothing", () => {
  const calls: Call[] = [
    append(4, [pool.subarray(2, 5), new Uint8Array(), new Uint8Array([7])]),
    { name: "readWorkshop", args: [id] },
    append(5, [], [4_294_967_295]),
    append(9_007_199_254_740_990, [new Uint8Array([8])]),
    { name: "loadDocument", args: [id, "board"] },
  ];
  const crossed = unpackCalls(structuredClone(packCalls(calls)));
  expect(crossed).toEqual(calls);
});

test("what is packed shares nothing with the caller's bytes", () => {
  const update = new Uint8Array([1, 2]);
  const packed = packCalls([append(0, [update])]);
  update.fill(0);
  expect([...packed.bytes]).toEqual([1, 2]);
});

test("outcomes cross with their place, values and failures alike", () => {
  const outcomes: Outcome<unknown>[] = [
    { ok: true, value: 3 },
    { ok: false, failure: { type: "refused", code: "out-of-order", message: "no" } },
    { ok: true, value: null },
    { ok: true, value: undefined },
  ];
  const crossed = structuredClone(packOutcomes(outcomes));
  expect(outcomes.map((_, index) => outcomeAt(crossed, index))).toEqual(outcomes);
  expect(outcomeAt(crossed, 4)).toBeUndefined();
});
