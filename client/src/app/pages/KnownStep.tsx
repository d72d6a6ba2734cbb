import type { Me, Previewed } from "@faelleskort/shared/protocol/http.ts";
import { useT } from "../../i18n/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { Frame } from "./Frame.tsx";
import styles from "./pages.module.css";
import { StepHeading } from "./StepHeading.tsx";

interface KnownStepProps {
  readonly preview: Previewed;
  readonly me: Me;
  /** Goes on as the one this browser already is. */
  readonly onGoOn: () => void;
  /** Joins by the invitation; this browser then is the new one. */
  readonly onAnew: () => void;
}

/** For a browser that is in the workshop already: a facilitator who tries the participants' link, or a second visit. */
export function KnownStep({ preview, me, onGoOn, onAnew }: KnownStepProps) {
  const t = useT();
  const { role, label } = me;
  return (
    <Frame>
      <div className={styles.sheet}>
        <p className={styles.eyebrow}>{preview.title}</p>
        <StepHeading>{t("join.known-title")}</StepHeading>
        <p className={styles.lead}>{t("join.known-lead", { role })}</p>
        {label !== "" && <p dir="auto">{label}</p>}
        <Button kind="primary" size="large" onClick={onGoOn}>
          {t("join.known-go-on", { role })}
        </Button>
        <Button size="large" onClick={onAnew}>
          {t("join.known-anew", { role: preview.role })}
        </Button>
        {role === "facilitator" && preview.role !== "facilitator" && (
          <p className={styles.quiet}>{t("join.known-warning")}</p>
        )}
      </div>
    </Frame>
  );
}
