import type { ParticipantId } from "@faelleskort/shared/model/ids.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useMe } from "../../state/hooks.ts";
import { Avatar } from "./Avatar.tsx";
import styles from "./people.module.css";
import { usePeople } from "./use-people.ts";

/** So many faces fit beside each other; the rest are a number. */
const shown = 5;

export interface AvatarsProps {
  /** Whom this person follows. */
  readonly followed: ParticipantId | null;
  readonly onFollow: (person: ParticipantId | null) => void;
  readonly onOpen: () => void;
}

/** Who is here, small: a press on another who looks at a sheet follows them, a press on the rest shows all as a list. */
export function Avatars({ followed, onFollow, onOpen }: AvatarsProps): ReactNode {
  const t = useT();
  const me = useMe();
  const people = usePeople();
  const others = people.filter(({ participantId }) => participantId !== me.participantId);
  const canFollow = others.filter(({ sheet, devices }) => sheet !== null && devices.includes("board"));
  const followable = canFollow.slice(0, shown - 1);
  const rest = people.filter((person) => !followable.includes(person));
  const seen = rest.slice(0, shown - followable.length);
  return (
    <div className={styles.row}>
      {followable.map((person) => (
        <button
          key={person.participantId}
          type="button"
          className={styles.follow}
          aria-label={t("canvas.follow", { label: person.label.trim() || t("board.people.unnamed") })}
          aria-pressed={followed === person.participantId}
          title={t("canvas.follow", { label: person.label.trim() || t("board.people.unnamed") })}
          onClick={() => onFollow(followed === person.participantId ? null : person.participantId)}
        >
          <Avatar person={person} />
        </button>
      ))}
      <button
        type="button"
        className={styles.avatars}
        aria-label={t("board.avatars", { count: people.length })}
        onClick={onOpen}
      >
        {seen.map((person) => (
          <Avatar key={person.participantId} person={person} />
        ))}
        {rest.length > seen.length && <span className={styles.more}>+{rest.length - seen.length}</span>}
      </button>
    </div>
  );
}
