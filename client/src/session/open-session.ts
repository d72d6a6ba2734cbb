import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import { type ApiError, isShutOut } from "./api.ts";
import { type Session, startSession, type Surroundings } from "./session.ts";

/** Why a workshop can't be opened: nobody is signed in here, or nobody could be asked and nothing is kept here. */
export type OpenError =
  | { readonly kind: "no-session" }
  | { readonly kind: "failed"; readonly error: ApiError };

/**
 * Opens a workshop with the browser's session. Works offline for whoever has been in before.
 * @param asked who this is, when that was asked already
 */
export async function openSession(
  workshop: WorkshopId,
  surroundings: Surroundings,
  asked = surroundings.api.me(workshop),
): Promise<Result<Session, OpenError>> {
  const { remembered } = surroundings;
  const before = remembered.me(workshop);
  // Whoever has been here before isn't kept waiting by a line that is there but dead.
  const answer = before ? await promptly(asked, quickMs) : await asked;
  if (answer?.ok) {
    remembered.setMe(answer.value);
    return ok(await startSession(answer.value, surroundings, null, before === null));
  }
  if (answer && isShutOut(answer.error)) {
    remembered.forget(workshop);
    return err({ kind: "no-session" });
  }
  if (before) return ok(await startSession(before, surroundings, answer ? null : asked));
  return err({ kind: "failed", error: answer?.error ?? { kind: "unreachable" } });
}

/** How long a known guest waits to be recognised before the page opens with what is kept here, ms. */
const quickMs = 2500;

/** The answer, or null when it takes longer than `ms`. */
function promptly<T>(answer: Promise<T>, ms: number): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), ms);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
