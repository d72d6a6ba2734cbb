import type { Status } from "../session/status.ts";
import { useT } from "../i18n/hooks.ts";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./StatusLine.module.css";

interface Shown {
  /** Id in the catalogue. */
  readonly text: string;
  readonly icon: IconName;
  readonly tone: "calm" | "busy" | "warning";
}

/** What a status says. The words come from the catalogue, one id per case. */
export function shownStatus(status: Status): Shown {
  switch (status.kind) {
    case "connecting":
      return { text: "status.connecting", icon: "saving", tone: "busy" };
    case "saved":
      return { text: "status.saved", icon: "check", tone: "calm" };
    case "saving":
      return { text: "status.saving", icon: "saving", tone: "busy" };
    case "offline":
      return { text: `status.offline-${status.keeping}`, icon: "offline", tone: "warning" };
    case "refused": {
      const isWaiting = status.reason === "locked" || status.reason === "observer";
      const text = isWaiting ? `status.refused-${status.reason}` : "status.refused";
      return { text, icon: status.reason === "locked" ? "lock" : "alert", tone: "warning" };
    }
    case "withheld":
      return { text: "status.withheld", icon: "alert", tone: "warning" };
    case "ended":
      return { text: "status.ended", icon: "alert", tone: "warning" };
    case "reload":
      return { text: "status.reload", icon: "alert", tone: "warning" };
  }
}

/** Always the truth about the work on this device. Read aloud politely, and only when it turns to or from trouble. */
export function StatusLine({ status, className }: { readonly status: Status; readonly className?: string }) {
  const t = useT();
  const { text, icon, tone } = shownStatus(status);
  return (
    <p className={classNames(styles.line, styles[tone], className)} data-status={status.kind}>
      <Icon name={icon} size={18} />
      <span aria-live={tone === "warning" ? "polite" : "off"}>{t(text)}</span>
    </p>
  );
}
