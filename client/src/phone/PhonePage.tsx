import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { type ReactNode, useEffect } from "react";
import type { Source } from "../session/source.ts";
import { useWorkshopIfOpen } from "../state/hooks.ts";
import { useRestoredNotice } from "../state/use-restored-notice.ts";
import { useSource } from "../state/use-source.ts";
import { useT } from "../i18n/hooks.ts";
import { CardForm } from "./CardForm.tsx";
import { fetchCardDialog } from "./CardRow.tsx";
import { DraftList } from "./DraftList.tsx";
import { OwnCards } from "./OwnCards.tsx";
import { PhoneFoot } from "./PhoneFoot.tsx";
import { OpeningHead, PhoneHead } from "./PhoneHead.tsx";
import styles from "./phone.module.css";

interface PhonePageProps {
  /** The stage as this device last saw it, until the workshop is open. */
  readonly known: Source<Stage | null>;
  /** The way to the board, as the application links. */
  readonly boardLink: ReactNode;
}

/**
 * The small form: what to do now, write a card, send it, and the cards one has sent. Loads without the canvas; the form is there
 * while the workshop opens.
 */
export function PhonePage({ known, boardLink }: PhonePageProps) {
  const t = useT();
  const workshop = useWorkshopIfOpen();
  const stage = useSource(workshop?.session.stage ?? known);
  return (
    <div className={styles.page}>
      {workshop ? <PhoneHead stage={stage} /> : <OpeningHead stage={stage} />}
      <main className={styles.main}>
        {workshop?.session.me.role === "observer" ? (
          <p className={styles.note}>{t("phone.observer")}</p>
        ) : (
          <CardForm stage={stage} />
        )}
        {workshop && <Written isPrivate={stage?.writing.mode === "private"} />}
      </main>
      <PhoneFoot boardLink={boardLink} />
    </div>
  );
}

/** What this person has written so far. */
function Written({ isPrivate }: { readonly isPrivate: boolean }) {
  useRestoredNotice(null);
  useEffect(() => {
    // What doesn't come now is asked for again when it is wanted.
    fetchCardDialog().catch(() => {});
  }, []);
  return (
    <>
      <DraftList isPrivate={isPrivate} />
      <OwnCards />
    </>
  );
}
