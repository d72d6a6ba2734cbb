import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { useT } from "../i18n/hooks.ts";
import { stepTask, stepTitle } from "../panels/steps/step-words.ts";
import { useRemainingMs, useStatus } from "../state/hooks.ts";
import { StatusLine } from "../ui/StatusLine.tsx";
import { Timer } from "../ui/Timer.tsx";
import styles from "./phone.module.css";

/** Where the workshop is, what to do now, the time left, and the truth about what is saved. */
export function PhoneHead({ stage }: { readonly stage: Stage | null }) {
  const t = useT();
  const remaining = useRemainingMs();
  const status = useStatus();
  const step = stage?.steps.find(({ id }) => id === stage.currentStep);
  const isTimed = stage !== null && remaining !== null && stage.timer.state !== "idle";
  return (
    <header className={styles.head}>
      <div className={styles.headRow}>
        <p className={styles.workshop}>{stage?.title ?? t("common.product")}</p>
        {isTimed && <Timer remainingMs={remaining} state={stage.timer.state} />}
      </div>
      {step && (
        <>
          <h1 className={styles.step}>{stepTitle(t, step)}</h1>
          <p className={styles.task}>{stepTask(t, step)}</p>
        </>
      )}
      <StatusLine status={status} />
    </header>
  );
}
