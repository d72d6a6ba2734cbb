import type { InviteCommand } from "@faelleskort/shared/commands/stage-command.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import type { Invite } from "@faelleskort/shared/protocol/http.ts";
import { type ReactNode, useId, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useRole, useWorkshop } from "../../state/hooks.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { QrCode } from "../../ui/QrCode.tsx";
import { CopyButton } from "../parts/CopyButton.tsx";
import { TwoStep } from "../parts/TwoStep.tsx";
import { shownLink, spacedCode } from "./invite-text.ts";
import styles from "./share.module.css";

export interface InviteCardProps {
  readonly role: Role;
  /** null when it was revoked. */
  readonly invite: Invite | null;
  readonly mayChange: boolean;
  readonly onChanged: (invites: readonly Invite[]) => void;
}

/** One role's way in: code in large letters, QR, link; and closing it or making a new one, which is asked twice. */
export function InviteCard({ role, invite, mayChange, onChanged }: InviteCardProps): ReactNode {
  const t = useT();
  const { session, notices } = useWorkshop();
  const ownRole = useRole();
  const heading = useId();
  const [isLarge, setIsLarge] = useState(false);
  const roleName = t(`share.role.${role}`);

  const change = async (command: InviteCommand, done: string) => {
    const answer = await session.api.command(session.me.workshopId, command);
    if (answer.ok) {
      notices.show({ tone: "done", text: done });
      if (answer.value.invites) onChanged(answer.value.invites);
      return;
    }
    const { error } = answer;
    notices.show({
      tone: "problem",
      text: `errors.${error.kind}`,
      ...(error.kind === "problem" ? { sentence: error.sentence } : {}),
    });
  };

  return (
    <article className={styles.invite} aria-labelledby={heading}>
      <h4 id={heading}>{roleName}</h4>
      <p className={styles.hint}>{t(`share.role.${role}.hint`)}</p>
      {invite === null ? (
        <p>{t("share.none")}</p>
      ) : (
        <>
          <div className={styles.ways}>
            <button
              type="button"
              className={styles.qr}
              aria-label={t("share.show-qr-for", { role: roleName })}
              onClick={() => setIsLarge(true)}
            >
              <QrCode text={invite.url} label={t("share.qr", { role: roleName })} size={112} />
            </button>
            <div className={styles.words}>
              {invite.code !== undefined && (
                <p className={styles.codeLine}>
                  <span className={styles.hint}>{t("share.code")}</span>
                  <output
                    className={styles.code}
                    aria-label={t("share.code-spelled", { letters: Array.from(invite.code).join(" ") })}
                  >
                    {spacedCode(invite.code)}
                  </output>
                </p>
              )}
              <p className={styles.url}>{shownLink(invite.url)}</p>
              <CopyButton
                label={t("share.copy-link")}
                fullLabel={t("share.copy-link-for", { role: roleName })}
                text={() => invite.url}
              />
            </div>
          </div>
          {isLarge && (
            <Dialog title={roleName} onClose={() => setIsLarge(false)} closeLabel={t("common.close")}>
              <div className={styles.large}>
                <QrCode text={invite.url} label={t("share.qr", { role: roleName })} />
                {invite.code !== undefined && (
                  <p className={styles.largeCode}>
                    {t("share.code-hint", { host: new URL(invite.url).host })}
                    <strong className={styles.code}>{spacedCode(invite.code)}</strong>
                  </p>
                )}
              </div>
            </Dialog>
          )}
        </>
      )}
      {mayChange && (
        <div className={styles.changes}>
          <TwoStep
            label={t("share.renew")}
            fullLabel={t("share.renew-for", { role: roleName })}
            warning={
              role === ownRole && invite !== null
                ? `${t("share.renew-warning")} ${t("share.renew-warning-own")}`
                : t("share.renew-warning")
            }
            confirm={t("share.renew-confirm")}
            // With nothing open, nobody is sent out.
            skipWarning={invite === null}
            onConfirm={() => change({ type: "invite.renew", role }, "share.renewed")}
          />
          {invite !== null && role !== "facilitator" && (
            <TwoStep
              label={t("share.revoke")}
              fullLabel={t("share.revoke-for", { role: roleName })}
              warning={t("share.revoke-warning")}
              confirm={t("share.revoke-confirm")}
              onConfirm={() => change({ type: "invite.revoke", invite: invite.id }, "share.revoked")}
            />
          )}
        </div>
      )}
    </article>
  );
}
