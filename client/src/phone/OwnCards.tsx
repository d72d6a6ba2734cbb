import { useT } from "../i18n/hooks.ts";
import { useDrafts, useMe, useSharedClusters } from "../state/hooks.ts";
import { CardRow } from "./CardRow.tsx";
import styles from "./phone.module.css";

/** The cards this person has sent, newest first. One that was joined with others says so. */
export function OwnCards() {
  const t = useT();
  const { participantId } = useMe();
  const clusters = useSharedClusters();
  const drafts = useDrafts();
  const own = clusters.flatMap((cluster) =>
    cluster.members
      .filter(({ author }) => author.participantId === participantId)
      .map((card) => ({ card, joinedWith: cluster.members.length - 1 })),
  );
  own.sort((a, b) => b.card.createdAt - a.card.createdAt);
  if (own.length === 0 && drafts.length > 0) return null;
  return (
    <section aria-labelledby="phone-own">
      <h2 id="phone-own" className={styles.heading}>
        {t("phone.own", { count: own.length })}
      </h2>
      {own.length === 0 ? (
        <p className={styles.quiet}>{t("phone.own-none")}</p>
      ) : (
        <ul className={styles.cards}>
          {own.map(({ card, joinedWith }) => (
            <CardRow key={card.id} card={card} joinedWith={joinedWith} />
          ))}
        </ul>
      )}
    </section>
  );
}
