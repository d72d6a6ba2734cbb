import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Avatar } from "./Avatar.tsx";
import styles from "./people.module.css";
import { usePeople } from "./use-people.ts";

/** So many faces fit beside each other; the rest are a number. */
const shown = 5;

/** Who is here, small; a press shows them as a list. */
export function Avatars({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const t = useT();
  const people = usePeople();
  return (
    <button
      type="button"
      className={styles.avatars}
      aria-label={t("board.avatars", { count: people.length })}
      onClick={onOpen}
    >
      {people.slice(0, shown).map((person) => (
        <Avatar key={person.participantId} person={person} />
      ))}
      {people.length > shown && <span className={styles.more}>+{people.length - shown}</span>}
    </button>
  );
}
