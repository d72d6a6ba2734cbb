import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { PlannedStep } from "@faelleskort/shared/model/stage.ts";
import { type ReactNode, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useRun } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { PersonalHint } from "../../ui/PersonalHint.tsx";
import { usePersonalCheck } from "../../ui/use-personal-check.ts";
import { classNames } from "../../ui/class-names.ts";
import type { StepState } from "../steps/step-trail.ts";
import { stepTitle } from "../steps/step-words.ts";
import styles from "./plan.module.css";

/** One step of the plan. Name and minutes are sent when the field is left or Enter is pressed. */
export function PlanStep({
  step,
  state,
}: {
  readonly step: PlannedStep;
  readonly state: StepState;
}): ReactNode {
  const t = useT();
  const run = useRun();
  const { id, minutes, skipped } = step;
  const title = stepTitle(t, step);
  const personal = usePersonalCheck();
  const [asked, setAsked] = useState("");
  const rename = (text: string) => {
    setAsked(text);
    personal.forget();
    if (text === title) return;
    // An emptied name gives the method's own back.
    const command = { type: "step.rename", step: id, title: text === "" ? null : text } as const;
    if (personal.passes([command])) void run(command);
  };
  const setMinutes = (text: string) => {
    const next = Number.parseInt(text, 10);
    if (next === minutes || !(next >= 0 && next <= 600)) return;
    void run({ type: "step.set-minutes", step: id, minutes: next });
  };
  return (
    <li
      className={classNames(styles.step, skipped && styles.skipped)}
      {...(state === "current" ? { "aria-current": "step" as const } : {})}
    >
      <div className={styles.line}>
        <span className={styles.id}>{id}</span>
        <Committed
          key={title}
          label={t("facilitator.plan.name", { id })}
          value={title}
          maxLength={contentLimits.stepTitle}
          className={styles.name}
          onCommit={(text) => rename(text.trim())}
        />
        <Committed
          key={minutes}
          label={t("facilitator.plan.minutes", { id, title })}
          value={String(minutes)}
          maxLength={3}
          numeric
          className={styles.minutes}
          onCommit={setMinutes}
        />
        <span className={styles.unit}>{t("facilitator.plan.min")}</span>
      </div>
      <PersonalHint
        held={personal.held}
        onConfirm={() => {
          personal.confirm();
          rename(asked);
        }}
      />
      <div className={styles.line}>
        {state === "current" ? (
          <span className={styles.here}>{t("facilitator.plan.here")}</span>
        ) : (
          <Button
            size="small"
            aria-label={t("facilitator.plan.go-to", { id, title })}
            onClick={() => void run({ type: "step.go", step: id })}
          >
            {t("facilitator.plan.go")}
          </Button>
        )}
        <Button
          size="small"
          kind="quiet"
          aria-label={
            skipped
              ? t("facilitator.plan.include-step", { id, title })
              : t("facilitator.plan.skip-step", { id, title })
          }
          onClick={() => void run({ type: "step.skip", step: id, skipped: !skipped })}
        >
          {skipped ? t("facilitator.plan.include") : t("facilitator.plan.skip")}
        </Button>
      </div>
    </li>
  );
}

interface CommittedProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly numeric?: boolean;
  readonly className: string | undefined;
  readonly onCommit: (text: string) => void;
}

/** A field that speaks when it is left, not at every letter: each change goes to the server. */
function Committed({ label, value, maxLength, numeric, className, onCommit }: CommittedProps): ReactNode {
  const [text, setText] = useState(value);
  return (
    <input
      className={classNames(styles.input, className)}
      aria-label={label}
      dir="auto"
      value={text}
      maxLength={maxLength}
      inputMode={numeric ? "numeric" : "text"}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={() => {
        onCommit(text);
        // Until the server's answer comes, and when it says no, what holds is shown.
        setText(value);
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === "Enter") currentTarget.blur();
        if (key === "Escape") setText(value);
      }}
    />
  );
}
