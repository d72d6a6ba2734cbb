import type { ReactNode } from "react";
import { useStage } from "../state/hooks.ts";
import { useRole } from "../state/hooks.ts";
import { useRestoredNotice } from "../state/use-restored-notice.ts";
import { useT } from "../i18n/hooks.ts";
import { CardForm } from "./CardForm.tsx";
import { DraftList } from "./DraftList.tsx";
import { OwnCards } from "./OwnCards.tsx";
import { PhoneFoot } from "./PhoneFoot.tsx";
import { PhoneHead } from "./PhoneHead.tsx";
import styles from "./phone.module.css";

interface PhonePageProps {
  /** The way to the board, as the application links. */
  readonly boardLink: ReactNode;
}

/** The small form: what to do now, write a card, send it, and the cards one has sent. Loads without the canvas. */
export function PhonePage({ boardLink }: PhonePageProps) {
  const t = useT();
  const stage = useStage();
  const role = useRole();
  useRestoredNotice(null);
  return (
    <div className={styles.page}>
      <PhoneHead stage={stage} />
      <main className={styles.main}>
        {role === "observer" ? (
          <p className={styles.note}>{t("phone.observer")}</p>
        ) : (
          <CardForm stage={stage} />
        )}
        <DraftList isPrivate={stage?.writing.mode === "private"} />
        <OwnCards />
      </main>
      <PhoneFoot boardLink={boardLink} />
    </div>
  );
}
