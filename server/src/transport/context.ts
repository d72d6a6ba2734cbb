import type { Clock } from "../workshops/ports.ts";
import type { Config } from "../config/environment.ts";
import type { TryCount } from "../policies/attempts.ts";
import type { Counters } from "../workshops/counters.ts";
import type { InvitingParts } from "../workshops/inviting.ts";
import type { Registry } from "../workshops/registry.ts";
import type { WorkBudgets } from "../workshops/work-budget.ts";
import type { Timers } from "../workshops/timers.ts";
import type { StepVersions } from "../workshops/step-versions.ts";
import type { Versions } from "../workshops/versions.ts";

/** What the transport's parts are given by `app.ts`. */
export interface Context extends InvitingParts {
  readonly config: Pick<Config, "publicUrl" | "createKey">;
  /** For durations: it is never set back. */
  readonly steadyClock: Clock;
  readonly registry: Registry;
  readonly versions: Versions;
  readonly stepVersions: StepVersions;
  readonly counters: Counters;
  readonly timers: Timers;
  readonly workBudgets: WorkBudgets;
  readonly wrongInvites: TryCount;
  readonly wrongCreateKeys: TryCount;
  /** For defects outside any request: they are logged, and end what they happened in. */
  onDefect(what: string, error: unknown): void;
}
