import type { Metrics } from "../statistics/median.ts";
import type { HotSpot } from "../subjects/probe-messages.ts";
import type { SubjectName } from "../subjects/subject.ts";

/** One run of one scenario against one server. */
export interface RunPlan {
  readonly subject: SubjectName;
  /** Shorter and smaller where that changes nothing but the noise. */
  readonly quick: boolean;
  /** Where the main thread spends its time is sampled; the times themselves are worth less then. */
  readonly profiles: boolean;
}

export interface RunResult {
  readonly metrics: Metrics;
  /** By stretch of the run; empty unless profiled. */
  readonly hotSpots: Readonly<Record<string, readonly HotSpot[]>>;
  /** What went otherwise than it should. */
  readonly remarks: readonly string[];
}

export type Scenario = (plan: RunPlan) => Promise<RunResult>;
