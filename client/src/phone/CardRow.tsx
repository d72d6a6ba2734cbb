import type { Actor } from "@faelleskort/shared/model/actor.ts";
import { type ReactNode, useState } from "react";
import { useT } from "../i18n/hooks.ts";
import { CategoryMark } from "../ui/CategoryMark.tsx";
import { IconButton } from "../ui/Button.tsx";
import { fetchedLater } from "../ui/fetched-later.tsx";
import { Later } from "../ui/Later.tsx";
import { useTakeBack } from "./use-take-back.ts";
import styles from "./phone.module.css";

// Most cards stay as they were sent.
const dialog = fetchedLater(async () => (await import("./CardDialog.tsx")).CardDialog);
const CardDialog = dialog.Component;
/** For once the form stands: a card must be changed without a connection, too. */
export const fetchCardDialog = dialog.fetch;

interface CardRowProps {
  readonly card: Actor;
  readonly isDraft?: boolean;
  /** How many other cards it has been joined with. */
  readonly joinedWith?: number;
  readonly children?: ReactNode;
}

/** One own card: what it says, and how to change it or take it back. */
export function CardRow({ card, isDraft = false, joinedWith = 0, children }: CardRowProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const takeBack = useTakeBack();
  const { name, category } = card;
  return (
    <li className={styles.card} data-category={category ?? "none"} data-draft={isDraft || undefined}>
      <CategoryMark category={category} />
      <div className={styles.cardText}>
        <p className={styles.cardName} dir="auto">
          {name}
        </p>
        {joinedWith > 0 && <p className={styles.quiet}>{t("phone.joined-with", { count: joinedWith })}</p>}
      </div>
      {children}
      <IconButton icon="pencil" label={t("phone.edit", { name })} onClick={() => setOpen(true)} />
      <IconButton icon="trash" label={t("phone.take-back", { name })} onClick={() => takeBack(card)} />
      {isOpen && (
        <Later>
          <CardDialog card={card} onClose={() => setOpen(false)} />
        </Later>
      )}
    </li>
  );
}
