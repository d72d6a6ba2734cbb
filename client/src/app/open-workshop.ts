import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { ok, type Result } from "@faelleskort/shared/model/result.ts";
import type { Presence } from "@faelleskort/shared/protocol/presence.ts";
import { type OpenError, openSession } from "../session/open-session.ts";
import { rethrow } from "../session/rethrow.ts";
import type { Surroundings } from "../session/session.ts";
import type { Timers } from "../state/timers.ts";
import { createWorkshop, type Workshop } from "../state/workshop.ts";

/** A workshop that is open, and how to let go of it. */
export interface OpenWorkshop {
  readonly workshop: Workshop;
  readonly close: () => void;
}

export interface OpenWorkshopOptions {
  readonly surroundings: Surroundings;
  readonly timers: Timers;
  readonly workshopId: WorkshopId;
  readonly device: Presence["device"];
  /** Who this is, asked already. */
  readonly asked: ReturnType<Surroundings["api"]["me"]>;
}

/** Opens a workshop for the screens of one device. */
export async function openWorkshop(options: OpenWorkshopOptions): Promise<Result<OpenWorkshop, OpenError>> {
  const { surroundings, timers, workshopId, device, asked } = options;
  const opened = await openSession(workshopId, surroundings, asked);
  if (!opened.ok) return opened;
  const session = opened.value;
  const workshop = createWorkshop({ session, device, timers, tabStorage: () => window.sessionStorage });
  const stopGuarding = guardLeaving(workshop);
  return ok({
    workshop,
    close() {
      stopGuarding();
      workshop.close();
      session.close().catch(rethrow);
    },
  });
}

/** Asks before the page closes, but only when something is neither on the server nor kept by this browser. */
function guardLeaving({ session, withheld }: Workshop): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (session.wouldLose() || withheld.state.get() !== "none") event.preventDefault();
  };
  window.addEventListener("beforeunload", ask);
  return () => window.removeEventListener("beforeunload", ask);
}
