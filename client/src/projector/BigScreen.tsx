import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { type ReactNode, useEffect } from "react";
import { useT } from "../i18n/hooks.ts";
import { draftsOf } from "../panels/people/present.ts";
import { usePeople } from "../panels/people/use-people.ts";
import { plannedStep } from "../panels/steps/step-trail.ts";
import { stepTask, stepTitle } from "../panels/steps/step-words.ts";
import { useRemainingMs, useStatus, useWorkshop } from "../state/hooks.ts";
import { useSelected } from "../state/use-source.ts";
import { clockFace } from "../ui/Timer.tsx";
import { useFollowing } from "../panels/follow/use-following.ts";
import { BigFocus } from "./BigFocus.tsx";
import { BigSheet } from "./BigSheet.tsx";
import { facilitatorSheet } from "./facilitator-sheet.ts";
import { JoinCorner } from "./JoinCorner.tsx";
import styles from "./projector.module.css";

/** Step, task, time, the sheet, and how to join. Nobody's name or cursor. */
export function BigScreen({ stage }: { readonly stage: Stage }): ReactNode {
  const t = useT();
  const left = useRemainingMs();
  const status = useStatus();
  const leading = useSelected(useWorkshop().presence.peers, facilitatorSheet);
  const written = draftsOf(usePeople());
  const [{ sheet, view }, follow] = useFollowing(stage, true);
  useEffect(() => {
    if (leading) follow({ type: "facilitator-sheet", sheet: leading });
  }, [leading, follow]);

  const step = plannedStep(stage.steps, stage.currentStep);
  const title = step ? stepTitle(t, step) : "";
  const task = step ? stepTask(t, step) : "";
  const isPrivate = stage.writing.mode === "private";
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div className={styles.where}>
          <p className={styles.area} dir="auto">
            {stage.area === "" ? stage.title : stage.area}
          </p>
          <h1 className={styles.title} dir="auto">
            {title}
          </h1>
          <p className={styles.task}>{task}</p>
        </div>
        {left !== null && (
          <p className={styles.time} data-over={stage.timer.state === "running" && left === 0}>
            <span role="timer">{clockFace(left)}</span>
            {stage.timer.state === "paused" && <span className={styles.paused}>{t("timer.paused")}</span>}
          </p>
        )}
      </header>
      <main className={styles.main}>
        {isPrivate ? (
          <div className={styles.private}>
            <p className={styles.count}>{written}</p>
            <p>{t("projector.cards-written", { count: written })}</p>
            <p className={styles.hint}>{t("projector.private")}</p>
          </div>
        ) : (
          <BigSheet stage={stage} sheet={sheet} view={view} />
        )}
        <aside className={styles.aside} data-focus={stage.focus !== null}>
          {stage.focus !== null && <BigFocus actor={stage.focus} />}
          <JoinCorner />
        </aside>
      </main>
      {status.kind === "offline" && <output className={styles.offline}>{t("projector.offline")}</output>}
    </div>
  );
}
