import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { ok, type Result } from "@faelleskort/shared/model/result.ts";
import type { Presence } from "@faelleskort/shared/protocol/presence.ts";
import { type OpenError, openSession } from "../session/open-session.ts";
import { rethrow } from "../session/rethrow.ts";
import { createWorkshop, type Workshop } from "../state/workshop.ts";
import type { Application } from "./application.ts";

/** A workshop that is open, and how to let go of it. */
export interface OpenWorkshop {
  readonly workshop: Workshop;
  readonly close: () => void;
}

export interface OpenWorkshopOptions {
  readonly application: Pick<Application, "surroundings" | "timers">;
  readonly workshopId: WorkshopId;
  readonly device: Presence["device"];
}

/** Opens a workshop for the screens of one device. */
export async function openWorkshop(options: OpenWorkshopOptions): Promise<Result<OpenWorkshop, OpenError>> {
  const { application, workshopId, device } = options;
  const { surroundings, timers } = application;
  const opened = await openSession(workshopId, surroundings);
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
