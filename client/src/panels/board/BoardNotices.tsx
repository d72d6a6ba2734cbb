import type { Stage } from "@faelleskort/shared/model/stage.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
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

/** The one that matters most; null when there is nothing to say. */
export function noticeOf(
  stage: Pick<Stage, "locked" | "writing">,
  role: Role,
  isLed: boolean,
): { readonly icon: IconName; readonly text: string } | null {
  if (role === "observer") return { icon: "eye", text: "board.observing" };
  if (stage.locked) {
    return { icon: "lock", text: role === "facilitator" ? "board.locked-facilitator" : "board.locked" };
  }
  if (stage.writing.mode === "private") return { icon: "pencil", text: "board.private-writing" };
  return isLed ? { icon: "people", text: "board.led-here" } : null;
}
