import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { useEffect, useRef } from "react";
import { rethrow } from "../../session/rethrow.ts";
import { useRemainingMs, useWorkshop } from "../../state/hooks.ts";
import { silentBell, watchBell } from "./bell.ts";
import { ring } from "./ring.ts";

/** Rings once when the workshop's time runs out, unless muted. */
export function useBell({ timer }: Pick<Stage, "timer">, sound: boolean): void {
  const { session } = useWorkshop();
  const left = useRemainingMs();
  const bell = useRef(silentBell);
  const deadline = timer.state === "running" ? timer.deadline : null;
  useEffect(() => {
    // `left` is another one at every second that is shown: the bell is looked at then.
    if (left === null) return;
    const { state, rings } = watchBell(bell.current, deadline, session.clock.now());
    bell.current = state;
    if (rings && sound) ring().catch(rethrow);
  }, [deadline, left, sound, session]);
}
