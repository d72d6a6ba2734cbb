import { httpLimits, syncLimits, workLimits } from "@faelleskort/server/policies/limits.ts";

// Loaded into our own server only. What no person can send is what some of the loads are about: people who drag many times faster than
// a hand can, and a thousand listeners with five editors in one workshop. Every guard still runs; only these counts are raised. Each
// person has an address of their own, so the limits per address hold as they are.
Object.assign(syncLimits, { framesPerSecond: 1_000_000, framesAtOnce: 1_000_000 });
Object.assign(httpLimits, { socketsPerWorkshop: 2_000 });
// One connection brings a whole meeting's edits as fast as the server can take them, not only its own share of a processor.
if (process.env["BENCH_SOLE_WRITER"] !== undefined) {
  Object.assign(workLimits, { burst: Number.MAX_SAFE_INTEGER, perSecond: Number.MAX_SAFE_INTEGER });
}
