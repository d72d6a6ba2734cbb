import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "./editor.module.css";
import { similarTo } from "./similar.ts";
import { useMerge } from "./use-merge.ts";

export interface SimilarActorsProps {
  readonly actor: ActorCluster;
  readonly all: readonly ActorCluster[];
  readonly mayWrite: boolean;
}

/** Cards with a name like this one's, to be merged with it; nothing when there are none. */
export function SimilarActors({ actor, all, mayWrite }: SimilarActorsProps): ReactNode {
  const t = useT();
  const merge = useMerge();
  const similar = similarTo(actor, all);
  if (similar.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="who-card-similar">
      <h3 id="who-card-similar">{t("board.who.similar")}</h3>
      <ul className={styles.similar}>
        {similar.map(({ id, lead, authors }) => (
          <li key={id} dir="auto">
            {lead.name}
            {authors.length > 0 && (
              <span className={styles.authors}> · {authors.map(({ label }) => label).join("; ")}</span>
            )}
          </li>
        ))}
      </ul>
      {/* The open card leads: whoever writes in it keeps it in front of them. */}
      <Button disabled={!mayWrite} onClick={() => merge([actor, ...similar], actor.id)}>
        {t("list.similar.merge")}
      </Button>
    </section>
  );
}
