import { expect, test } from "vitest";
import { hotSpotsOf } from "./hot-spots.ts";

const node = (id: number, functionName: string, url: string) => ({
  id,
  callFrame: { functionName, scriptId: "1", url, lineNumber: 9, columnNumber: 0 },
});

test("self time is summed per function, waiting left out, the hottest first", () => {
  const spots = hotSpotsOf({
    nodes: [
      node(1, "(idle)", ""),
      node(2, "flush", "file:///x/server/src/workshops/outbox.ts"),
      node(3, "writeVarUint", "file:///x/node_modules/.pnpm/lib0@1/node_modules/lib0/encoding.js"),
      node(4, "flush", "file:///x/server/src/workshops/outbox.ts"),
    ],
    startTime: 0,
    endTime: 1_000,
    samples: [1, 2, 3, 4],
    timeDeltas: [900, 10, 30, 60],
  });
  expect(spots).toEqual([
    { place: "flush workshops/outbox.ts:10", ms: 0.07, share: 0.7 },
    { place: "writeVarUint lib0/encoding.js:10", ms: 0.03, share: 0.3 },
  ]);
});
