import * as v from "valibot";

/** What the bench asks a server process; the probe in it (`probe.ts`) answers each with one reading. */
export const QuestionSchema = v.picklist(["begin", "read", "collect", "profile", "profile-end"]);
/**
 * `begin` starts the clock of the event loop's delay; `read` reads it; `collect` reads after a forced garbage collection;
 * `profile` starts the profiler, `profile-end` stops it and tells what it saw.
 */
export type Question = v.InferOutput<typeof QuestionSchema>;

/**
 * One function on the main thread: the time spent in it alone, and in it with all it called, in ms and as shares of the time in
 * which the thread wasn't idle.
 */
export const HotSpotSchema = v.object({
  place: v.string(),
  selfMs: v.number(),
  selfShare: v.number(),
  totalMs: v.number(),
  totalShare: v.number(),
});
export type HotSpot = v.InferOutput<typeof HotSpotSchema>;

/** Delays in ms beyond the sampling interval; memory in bytes, all of it but the code. */
export const ReadingSchema = v.object({
  delayP99: v.number(),
  delayMax: v.number(),
  memory: v.number(),
  hotSpots: v.array(HotSpotSchema),
});
export type Reading = v.InferOutput<typeof ReadingSchema>;
