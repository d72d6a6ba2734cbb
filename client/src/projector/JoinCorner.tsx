import type { ReactNode } from "react";
import { useT } from "../i18n/hooks.ts";
import { spacedCode } from "../panels/share/invite-text.ts";
import { useInvites } from "../panels/share/use-invites.ts";
import { QrCode } from "../ui/QrCode.tsx";
import styles from "./projector.module.css";

/** A new code is on the screen within so many ms. */
const everyMs = 30_000;

/** How participants get in, always visible: address, code, QR. */
export function JoinCorner(): ReactNode {
  const t = useT();
  const { invites } = useInvites(everyMs);
  const invite =
    invites.state === "ready" ? invites.list.find(({ role }) => role === "participant") : undefined;
  if (!invite) return null;
  const { host } = new URL(invite.url);
  return (
    <section className={styles.join} aria-label={t("projector.join", { host })}>
      <div>
        <p>{t("projector.join", { host })}</p>
        {invite.code !== undefined && <p className={styles.code}>{spacedCode(invite.code)}</p>}
      </div>
      <div className={styles.qr}>
        <QrCode text={invite.url} label={t("projector.qr")} />
      </div>
    </section>
  );
}
