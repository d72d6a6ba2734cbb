import type { Role } from "@faelleskort/shared/model/roles.ts";
import { api, page } from "@faelleskort/shared/protocol/routes.ts";
import { type ReactNode, useId, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useMe, useStage } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { PicturePanel } from "../picture/PicturePanel.tsx";
import { ImportFile } from "./ImportFile.tsx";
import { InviteCard } from "./InviteCard.tsx";
import styles from "./share.module.css";
import { useInvites } from "./use-invites.ts";

const allRoles: readonly Role[] = ["participant", "observer", "facilitator"];

/** How others get in, the area's picture, and the workshop as a file. What only a facilitator may do is shown to them alone. */
export function SharePanel(): ReactNode {
  const t = useT();
  const { workshopId, role } = useMe();
  const stage = useStage();
  const isFacilitator = role === "facilitator";
  const { invites, reload, replace } = useInvites();
  const [tick, setTick] = useState(0);
  return (
    <div className={styles.share}>
      <section className={styles.section} aria-labelledby="share-heading">
        <h3 id="share-heading">{t("share.heading")}</h3>
        {invites.state === "loading" && <p className={styles.hint}>{t("share.loading")}</p>}
        {invites.state === "failed" && (
          <>
            <p role="alert">{t("errors.unreachable")}</p>
            <Button onClick={() => void reload()}>{t("common.try-again")}</Button>
          </>
        )}
        {invites.state === "ready" &&
          allRoles
            .filter((invited) => isFacilitator || invited === "participant")
            .map((invited) => (
              <InviteCard
                key={`${invited} ${tick}`}
                role={invited}
                invite={invites.list.find((invite) => invite.role === invited) ?? null}
                mayChange={isFacilitator}
                onChanged={(list) => {
                  replace(list);
                  // A finished question starts anew with the new invitation.
                  setTick(tick + 1);
                }}
              />
            ))}
        <a className={styles.link} href={page.projector(workshopId)} target="_blank" rel="noreferrer">
          {t("share.open-projector")}
        </a>
      </section>
      {isFacilitator && stage && <PicturePanel stage={stage} />}
      <section className={styles.section} aria-labelledby="share-files">
        <h3 id="share-files">{t("share.files")}</h3>
        <a className={styles.link} href={api.export(workshopId, "json")} download>
          {t("share.export")}
        </a>
        {isFacilitator && <BackupLink />}
        {isFacilitator && <ImportFile />}
      </section>
    </div>
  );
}

/** Everything there is of the mapping, in one file: what was deleted, too, and how far the meeting was. */
function BackupLink(): ReactNode {
  const t = useT();
  const { workshopId } = useMe();
  const hint = useId();
  return (
    <div className={styles.section}>
      <a className={styles.link} href={api.backup(workshopId)} download aria-describedby={hint}>
        {t("share.backup")}
      </a>
      <p id={hint} className={styles.hint}>
        {t("share.backup-hint")}
      </p>
    </div>
  );
}
