import type { Invite } from "@faelleskort/shared/protocol/http.ts";
import { useCallback, useEffect, useState } from "react";
import { useWorkshop } from "../../state/hooks.ts";

export type Invites =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  | { readonly state: "ready"; readonly list: readonly Invite[] };

/** The invitations this person may hand on. */
export function useInvites(): {
  readonly invites: Invites;
  readonly reload: () => Promise<void>;
  /** After a command has answered with the new ones. */
  readonly replace: (list: readonly Invite[]) => void;
} {
  const { session } = useWorkshop();
  const [invites, setInvites] = useState<Invites>({ state: "loading" });
  const load = useCallback(() => session.api.invites(session.me.workshopId), [session]);
  const reload = useCallback(async () => {
    const answer = await load();
    setInvites(answer.ok ? { state: "ready", list: answer.value.invites } : { state: "failed" });
  }, [load]);
  useEffect(() => {
    let isLeft = false;
    const start = async () => {
      const answer = await load();
      if (isLeft) return;
      setInvites(answer.ok ? { state: "ready", list: answer.value.invites } : { state: "failed" });
    };
    void start();
    return () => {
      isLeft = true;
    };
  }, [load]);
  return { invites, reload, replace: (list) => setInvites({ state: "ready", list }) };
}
