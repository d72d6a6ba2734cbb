import { type ReactNode, useId, useRef, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "./TwoStep.module.css";

export interface TwoStepProps {
  readonly label: string;
  readonly fullLabel?: string;
  /** What will happen, in plain words. */
  readonly warning: string;
  readonly confirm: string;
  /** Nothing to warn of right now: the first press does it. */
  readonly skipWarning?: boolean;
  readonly onConfirm: () => Promise<unknown>;
}

/** A button for what can't be undone: the first press says what happens, the second does it. */
export function TwoStep(props: TwoStepProps): ReactNode {
  const { label, fullLabel, warning, confirm, skipWarning = false, onConfirm } = props;
  const t = useT();
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<"resting" | "asking" | "working">("resting");

  const go = async () => {
    setState("working");
    await onConfirm();
    setState("resting");
  };

  if (state === "resting") {
    return (
      <Button
        ref={first}
        size="small"
        aria-label={fullLabel}
        onClick={() => (skipWarning ? void go() : setState("asking"))}
      >
        {label}
      </Button>
    );
  }
  return (
    <div className={styles.ask}>
      <p id={id}>{warning}</p>
      <div className={styles.buttons}>
        <Button
          size="small"
          kind="danger"
          busy={state === "working"}
          // The question has just replaced the button that had the focus.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          aria-describedby={id}
          onClick={() => void go()}
        >
          {confirm}
        </Button>
        <Button size="small" kind="quiet" disabled={state === "working"} onClick={() => setState("resting")}>
          {t("board.no-keep")}
        </Button>
      </div>
    </div>
  );
}
