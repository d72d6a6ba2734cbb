import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { VersionInfo } from "@faelleskort/shared/model/version.ts";
import type { VersionId } from "@faelleskort/shared/model/version-id.ts";
import { snapshotOfVersion, type VersionRead } from "@faelleskort/shared/protocol/versions.ts";
import { useCallback, useEffect, useState } from "react";
import type { ApiError } from "../../session/api.ts";
import { rethrow } from "../../session/rethrow.ts";
import { useStage, useWorkshop } from "../../state/hooks.ts";
import { listVersions, readVersion, restoreVersion } from "./version-calls.ts";

export type Loading<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly error: ApiError }
  | { readonly state: "ready"; readonly value: T };

/** A version of a step is kept right after it has ended; with cards that are sent then, some seconds later. */
const looksAfterStep = [0, 1_500, 7_000];

/** The kept versions, newest first; asked for again when a step ends or one is brought back. */
export function useVersions(): {
  readonly versions: Loading<readonly VersionInfo[]>;
  readonly reload: () => void;
} {
  const { session } = useWorkshop();
  const stage = useStage();
  const [versions, setVersions] = useState<Loading<readonly VersionInfo[]>>({ state: "loading" });
  const [asked, setAsked] = useState(0);
  const step = stage?.currentStep;
  const serial = stage?.restored?.serial;
  useEffect(() => {
    let isLeft = false;
    const load = async () => {
      const answer = await listVersions(session.api, session.me.workshopId);
      if (isLeft) return;
      setVersions((before) => {
        if (answer.ok) return { state: "ready", value: answer.value.versions };
        // What is known stays shown while the server can't be asked.
        return before.state === "ready" ? before : { state: "failed", error: answer.error };
      });
    };
    const timers = looksAfterStep.map((ms) => window.setTimeout(() => void load().catch(rethrow), ms));
    return () => {
      isLeft = true;
      for (const timer of timers) window.clearTimeout(timer);
    };
    // Another step, another restoring or a wish is what it is asked for again by.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react-hooks/exhaustive-deps
  }, [session, step, serial, asked]);
  const reload = useCallback(() => setAsked((count) => count + 1), []);
  return { versions, reload };
}

export interface OpenVersion extends Pick<VersionRead, "version" | "picture" | "freeSheets"> {
  readonly board: BoardSnapshot;
}

/** One version with its board; null: none is wanted. */
export function useVersion(id: VersionId | null): Loading<OpenVersion> {
  const { session } = useWorkshop();
  const [loaded, setLoaded] = useState<{ readonly id: VersionId; readonly found: Loading<OpenVersion> }>();
  useEffect(() => {
    if (id === null) return undefined;
    let isLeft = false;
    const load = async () => {
      const answer = await readVersion(session.api, session.me.workshopId, id);
      if (isLeft) return;
      if (!answer.ok) return setLoaded({ id, found: { state: "failed", error: answer.error } });
      const { board, ...rest } = answer.value;
      setLoaded({ id, found: { state: "ready", value: { ...rest, board: snapshotOfVersion(board) } } });
    };
    load().catch(rethrow);
    return () => {
      isLeft = true;
    };
  }, [session, id]);
  return loaded !== undefined && loaded.id === id ? loaded.found : { state: "loading" };
}

/** Brings a version back and says when that can't be done; everybody hears of it by the stage. Resolves to whether it was done. */
export function useRestore(): (id: VersionId) => Promise<boolean> {
  const { session, notices } = useWorkshop();
  return useCallback(
    async (id) => {
      const answer = await restoreVersion(session.api, session.me.workshopId, id);
      if (answer.ok) {
        if (answer.value.before === null) notices.show({ tone: "done", text: "history.already-so" });
        return true;
      }
      const { error } = answer;
      notices.show({
        tone: "problem",
        text: `errors.${error.kind}`,
        ...(error.kind === "problem" ? { sentence: error.sentence } : {}),
      });
      return false;
    },
    [session, notices],
  );
}
