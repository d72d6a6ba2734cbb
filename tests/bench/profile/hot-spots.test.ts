import { expect, test } from "vitest";
import { hotSpotsOf } from "./hot-spots.ts";

const node = (id: number, functionName: string, url: string, children: number[] = []) => ({
  id,
  children,
  callFrame: { functionName, scriptId: "1", url, lineNumber: 9, columnNumber: 0 },
});
const outbox = "file:///x/server/src/workshops/outbox.ts";

test("time is summed per function, alone and with what it called; waiting and the profiler are left out", () => {
  const spots = hotSpotsOf({
    nodes: [
      node(1, "(root)", "", [2, 3, 6]),
      node(2, "(idle)", ""),
      node(3, "flush", outbox, [4, 5]),
      node(4, "writeVarUint", "file:///x/node_modules/.pnpm/lib0@1/node_modules/lib0/encoding.js"),
      node(5, "flush", outbox),
      node(6, "post", "node:inspector"),
    ],
    startTime: 0,
    endTime: 1_000,
    samples: [2, 3, 4, 5, 6],
    timeDeltas: [900, 10, 30, 60, 500],
  });
  expect(spots.filter(({ place }) => place !== "(root)")).toEqual([
    { place: "flush workshops/outbox.ts:10", selfMs: 0.07, selfShare: 0.7, totalMs: 0.1, totalShare: 1 },
    {
      place: "writeVarUint lib0/encoding.js:10",
      selfMs: 0.03,
      selfShare: 0.3,
      totalMs: 0.03,
      totalShare: 0.3,
    },
  ]);
});
