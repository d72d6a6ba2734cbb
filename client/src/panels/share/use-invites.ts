import type { Invite } from "@faelleskort/shared/protocol/http.ts";
import type { Result } from "@faelleskort/shared/model/result.ts";
import { useCallback, useEffect, useState } from "react";
import type { ApiError } from "../../session/api.ts";
import { rethrow } from "../../session/rethrow.ts";
import { useWorkshop } from "../../state/hooks.ts";

export type Invites =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  | { readonly state: "ready"; readonly list: readonly Invite[] };

/**
 * The invitations this person may hand on. `everyMs` asks again and again, for a screen that stands for hours: somebody may
 * have made a new code. What is known stays shown while the server can't be asked.
 */
export function useInvites(everyMs?: number): {
  readonly invites: Invites;
  readonly reload: () => Promise<void>;
  /** After a command has answered with the new ones. */
  readonly replace: (list: readonly Invite[]) => void;
} {
  const { session } = useWorkshop();
  const [invites, setInvites] = useState<Invites>({ state: "loading" });
  const ask = useCallback(() => session.api.invites(session.me.workshopId), [session]);
  useEffect(() => {
    let isLeft = false;
    const load = async () => {
      const answer = await ask();
      if (!isLeft) setInvites((before) => after(before, answer));
    };
    load().catch(rethrow);
    const timer = everyMs === undefined ? undefined : window.setInterval(() => void load(), everyMs);
    return () => {
      isLeft = true;
      window.clearInterval(timer);
    };
  }, [ask, everyMs]);
  const reload = async () => {
    const answer = await ask();
    setInvites((before) => after(before, answer));
  };
  return { invites, reload, replace: (list) => setInvites({ state: "ready", list }) };
}

function after(before: Invites, answer: Result<{ readonly invites: readonly Invite[] }, ApiError>): Invites {
  if (answer.ok) return { state: "ready", list: answer.value.invites };
  return before.state === "ready" ? before : { state: "failed" };
}
