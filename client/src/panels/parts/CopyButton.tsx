import { type ReactNode, useEffect, useRef, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "./CopyButton.module.css";

export interface CopyButtonProps {
  readonly label: string;
  /** The accessible name when it must say more than the label. */
  readonly fullLabel?: string;
  /** Made when it is copied. */
  readonly text: () => string;
}

/** Ms that "copied" stands. */
const stayMs = 4000;

/** Copies a text and says whether the browser allowed it; where it didn't, shows the text to be marked by hand. */
export function CopyButton({ label, fullLabel, text }: CopyButtonProps): ReactNode {
  const t = useT();
  const [outcome, setOutcome] = useState<"copied" | { readonly toMark: string } | null>(null);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const copy = async () => {
    const content = text();
    window.clearTimeout(timer.current);
    try {
      // Missing where the page isn't served over https.
      await navigator.clipboard.writeText(content);
    } catch {
      setOutcome({ toMark: content });
      return;
    }
    setOutcome("copied");
    timer.current = window.setTimeout(() => setOutcome(null), stayMs);
  };

  return (
    <div className={styles.copy}>
      <Button
        size="small"
        icon={outcome === "copied" ? "check" : "copy"}
        aria-label={fullLabel}
        onClick={() => void copy()}
      >
        {label}
      </Button>
      <output className={styles.outcome}>
        {outcome === "copied" && t("share.copied")}
        {outcome !== null && outcome !== "copied" && t("share.not-copied")}
      </output>
      {outcome !== null && outcome !== "copied" && (
        <textarea className={styles.text} readOnly aria-label={label} rows={4} value={outcome.toMark} />
      )}
    </div>
  );
}
