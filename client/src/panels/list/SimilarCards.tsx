import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { followDuplicates } from "@faelleskort/shared/views/duplicates.ts";
import { type ReactNode, useId, useMemo, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { leadOf } from "../editor/lead-of.ts";
import { useMerge } from "../editor/use-merge.ts";
import styles from "./list.module.css";

export interface SimilarCardsProps {
  readonly actors: readonly ActorCluster[];
  readonly mayWrite: boolean;
}

/** Suggests which cards may be the same actor; nothing when there are none. */
export function SimilarCards({ actors, mayWrite }: SimilarCardsProps): ReactNode {
  const t = useT();
  const merge = useMerge();
  const heading = useId();
  const [groupsOf] = useState(followDuplicates);
  const groups = useMemo(() => groupsOf(actors), [groupsOf, actors]);
  if (groups.length === 0) return null;
  return (
    <section className={styles.similar} aria-labelledby={heading}>
      <h3 id={heading}>{t("list.similar.heading")}</h3>
      <p className={styles.hint}>{t("list.similar.hint")}</p>
      <ul className={styles.groups}>
        {groups.map((group) => {
          const name = leadOf(group)?.lead.name ?? "";
          return (
            <li key={group[0]?.id} className={styles.group}>
              <ul className={styles.names}>
                {group.map(({ id, lead, authors }) => (
                  <li key={id} dir="auto">
                    {lead.name}
                    {authors.length > 0 && (
                      <span className={styles.quiet}> · {authors.map(({ label }) => label).join("; ")}</span>
                    )}
                  </li>
                ))}
              </ul>
              <Button
                size="small"
                disabled={!mayWrite}
                aria-label={t("list.similar.merge-named", { count: group.length, name })}
                onClick={() => merge(group)}
              >
                {t("list.similar.merge")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
