import type { Stage } from "@faelleskort/shared/model/stage.ts";
import type { ReactNode } from "react";
import { useT } from "../i18n/hooks.ts";
import { stepTask, stepTitle } from "../panels/steps/step-words.ts";
import type { Status } from "../session/status.ts";
import { useRemainingMs, useStatus } from "../state/hooks.ts";
import { StatusLine } from "../ui/StatusLine.tsx";
import { Timer } from "../ui/Timer.tsx";
import styles from "./phone.module.css";

/** Where the workshop is, what to do now, the time left, and the truth about what is saved. */
export function PhoneHead({ stage }: { readonly stage: Stage | null }) {
  const remaining = useRemainingMs();
  const status = useStatus();
  const isTimed = stage !== null && remaining !== null && stage.timer.state !== "idle";
  return (
    <Head stage={stage} status={status}>
      {isTimed && <Timer remainingMs={remaining} state={stage.timer.state} />}
    </Head>
  );
}

const connecting: Status = { kind: "connecting" };

/** The same while the workshop opens: what this device knows of it from last time. */
export function OpeningHead({ stage }: { readonly stage: Stage | null }) {
  return <Head stage={stage} status={connecting} />;
}

interface HeadProps {
  readonly stage: Stage | null;
  readonly status: Status;
  readonly children?: ReactNode;
}

function Head({ stage, status, children }: HeadProps) {
  const t = useT();
  const step = stage?.steps.find(({ id }) => id === stage.currentStep);
  return (
    <header className={styles.head} data-unknown={stage === null || undefined}>
      <div className={styles.headRow}>
        <p className={styles.workshop}>{stage?.title ?? t("common.product")}</p>
        {children}
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
