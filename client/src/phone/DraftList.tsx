import type { Actor } from "@faelleskort/shared/model/actor.ts";
import { useT } from "../i18n/hooks.ts";
import { useDrafts, useWorkshop } from "../state/hooks.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { CardRow } from "./CardRow.tsx";
import styles from "./phone.module.css";

/** Cards that are only on this device. Shown as long as there are any, also after the private writing is over. */
export function DraftList({ isPrivate }: { readonly isPrivate: boolean }) {
  const t = useT();
  const drafts = useDrafts();
  const { session, notices } = useWorkshop();
  if (drafts.length === 0) return null;
  const send = (cards: readonly Actor[]) => {
    const sent = session.drafts.send(cards.map(({ id }) => id));
    if (!sent.ok) notices.show({ tone: "problem", text: `rejections.${sent.error}` });
  };
  return (
    <section aria-labelledby="phone-drafts">
      <h2 id="phone-drafts" className={styles.heading}>
        {t("phone.drafts", { count: drafts.length })}
      </h2>
      <p className={styles.quiet}>{isPrivate ? t("phone.drafts-private") : t("phone.drafts-open")}</p>
      <ul className={styles.cards}>
        {drafts.map((card) => (
          <CardRow key={card.id} card={card} isDraft>
            <IconButton
              icon="send"
              label={t("phone.draft-send", { name: card.name })}
              onClick={() => send([card])}
            />
          </CardRow>
        ))}
      </ul>
      {drafts.length > 1 && (
        <Button wide icon="send" onClick={() => send(drafts)}>
          {t("phone.drafts-send-all")}
        </Button>
      )}
    </section>
  );
}
