import type { Previewed } from "@faelleskort/shared/protocol/http.ts";
import { useT } from "../../i18n/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Frame } from "./Frame.tsx";
import styles from "./pages.module.css";
import { StepHeading } from "./StepHeading.tsx";

interface NoticeStepProps {
  readonly preview: Previewed;
  readonly onAgree: () => void;
}

/** What may be shared here and what may not; everyone sees it before they can write. */
export function NoticeStep({ preview, onAgree }: NoticeStepProps) {
  const t = useT();
  return (
    <Frame>
      <div className={styles.sheet}>
        <p className={styles.eyebrow}>{preview.title}</p>
        <StepHeading>{t("join.notice-title")}</StepHeading>
        <p className={styles.lead}>{t("join.notice-lead")}</p>
        <ul className={styles.rules}>
          <li>
            <Icon name="check" size={24} />
            <span>{t("join.notice-yes")}</span>
          </li>
          <li className={styles.no}>
            <Icon name="close" size={24} />
            <span>{t("join.notice-no")}</span>
          </li>
        </ul>
        <p className={styles.quiet}>{t("join.notice-who-sees")}</p>
        <Button kind="primary" size="large" onClick={onAgree}>
          {t("join.notice-agree")}
        </Button>
      </div>
    </Frame>
  );
}
