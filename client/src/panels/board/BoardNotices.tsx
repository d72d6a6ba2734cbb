import type { Stage } from "@faelleskort/shared/model/stage.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Icon } from "../../ui/Icon.tsx";
import { noticeOf } from "./board-notice.ts";
import styles from "./BoardNotices.module.css";

export interface BoardNoticesProps {
  readonly stage: Stage;
  readonly role: Role;
  /** The facilitator has brought this person here. */
  readonly isLed: boolean;
}

/** What holds for the whole page right now, said calmly in one line. */
export function BoardNotices({ stage, role, isLed }: BoardNoticesProps): ReactNode {
  const t = useT();
  const notice = noticeOf(stage, role, isLed);
  return (
    <output className={styles.frame}>
      {notice && (
        <span className={styles.notice}>
          <Icon name={notice.icon} size={18} />
          {t(notice.text)}
        </span>
      )}
    </output>
  );
}
