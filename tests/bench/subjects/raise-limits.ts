import { httpLimits, syncLimits } from "@faelleskort/server/policies/limits.ts";

// Loaded into our own server only. What no person can send is what some of the loads are about: one connection sends a whole
// meeting's edits, or many times what a hand can; and a thousand listeners come with five editors into one workshop. Every guard
// still runs; only these counts are raised. Each person has an address of their own, so the limits per address hold as they are.
Object.assign(syncLimits, { framesPerSecond: 1_000_000, framesAtOnce: 1_000_000 });
Object.assign(httpLimits, { socketsPerWorkshop: 2_000 });
