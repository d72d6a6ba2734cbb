import type { Me } from "@faelleskort/shared/protocol/http.ts";
import type { Session } from "../workshops/ports.ts";
import type { Context } from "./context.ts";

/** What somebody is told of themselves. null: their workshop isn't there. */
export async function meOf(
  { store, clock }: Pick<Context, "store" | "clock">,
  { workshopId, participantId, role, label }: Session,
): Promise<Me | null> {
  const record = await store.readWorkshop(workshopId);
  if (record === null) return null;
  const { programmeId, epoch } = record;
  return { workshopId, programmeId, participantId, role, label, epoch, serverTime: clock.now() };
}
