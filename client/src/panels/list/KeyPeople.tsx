import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { type ReactNode, useId } from "react";
import { useT } from "../../i18n/hooks.ts";
import { CopyButton } from "../parts/CopyButton.tsx";
import { numberedText } from "./list-text.ts";
import styles from "./list.module.css";

/** Whom to invite to round 2: the actors of circle 1, to be copied into a mail. */
export function KeyPeople({ actors }: { readonly actors: readonly ActorCluster[] }): ReactNode {
  const t = useT();
  const heading = useId();
  return (
    <section className={styles.keyPeople} aria-labelledby={heading}>
      <h3 id={heading}>
        {t("list.key-people")} <span className={styles.count}>{actors.length}</span>
      </h3>
      {actors.length === 0 ? (
        <p className={styles.hint}>{t("list.key-people.empty")}</p>
      ) : (
        <>
          <p className={styles.hint}>{t("list.key-people.hint")}</p>
          <ol className={styles.names}>
            {actors.map(({ id, lead }) => (
              <li key={id} dir="auto">
                {lead.name}
              </li>
            ))}
          </ol>
          <CopyButton
            label={t("list.copy-key-people")}
            text={() => numberedText(t("list.key-people"), actors)}
          />
        </>
      )}
    </section>
  );
}
