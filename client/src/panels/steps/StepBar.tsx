import type { Stage } from "@faelleskort/shared/model/stage.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useRemainingMs } from "../../state/hooks.ts";
import { Timer } from "../../ui/Timer.tsx";
import { StepTrail } from "./StepTrail.tsx";
import { plannedStep } from "./step-trail.ts";
import { stepTask, stepTitle } from "./step-words.ts";
import styles from "./steps.module.css";

export interface StepBarProps {
  readonly stage: Stage;
  /** Who is here, and other small things at the end of the first line. */
  readonly children?: ReactNode;
}

/** The top of the page: which workshop, where we are, what to do now, and how long. A new step is said aloud. */
export function StepBar({ stage, children }: StepBarProps): ReactNode {
  const t = useT();
  const left = useRemainingMs();
  const step = plannedStep(stage.steps, stage.currentStep);
  const title = step ? stepTitle(t, step) : "";
  const task = step ? stepTask(t, step) : "";
  return (
    <header className={styles.bar}>
      <div className={styles.where}>
        <p className={styles.workshop} dir="auto">
          <strong>{stage.area === "" ? stage.title : stage.area}</strong>
          <span className={styles.round}>{t(`board.round.${stage.template}`)}</span>
        </p>
        <StepTrail stage={stage} />
      </div>
      <div className={styles.now}>
        <h1 className={styles.title} dir="auto">
          <span className={styles.number}>{stage.currentStep}</span> {title}
        </h1>
        {task !== "" && (
          <p className={styles.task} title={task}>
            {task}
          </p>
        )}
        <output className="visually-hidden">{t("board.step-announced", { title, task })}</output>
      </div>
      <div className={styles.aside}>
        {left !== null && <Timer remainingMs={left} state={stage.timer.state} />}
        {children}
      </div>
    </header>
  );
}
