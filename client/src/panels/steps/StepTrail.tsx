import type { Stage } from "@faelleskort/shared/model/stage.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { classNames } from "../../ui/class-names.ts";
import { stepTrail } from "./step-trail.ts";
import { stepTitle } from "./step-words.ts";
import styles from "./steps.module.css";

/** The course of the workshop as dots: what is done, where we are, what is to come. */
export function StepTrail({ stage }: { readonly stage: Stage }): ReactNode {
  const t = useT();
  return (
    <ol className={styles.trail} aria-label={t("board.steps")}>
      {stepTrail(stage).map(({ step, state }) => {
        const name = t("board.step-dot", {
          id: step.id,
          title: stepTitle(t, step),
          minutes: step.minutes,
        });
        return (
          <li
            key={step.id}
            className={classNames(styles.stop, styles[state])}
            title={name}
            {...(state === "current" ? { "aria-current": "step" as const } : {})}
          >
            <span className={styles.dot} aria-hidden="true" />
            <span className="visually-hidden">
              {name}, {t(`board.step-state.${state}`)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
