import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import type { PresentPerson } from "../people/present.ts";
import styles from "./FollowPill.module.css";

/** Says whom one follows, and how to stop. */
export function FollowPill({
  person,
  onStop,
}: {
  readonly person: Pick<PresentPerson, "label">;
  readonly onStop: () => void;
}): ReactNode {
  const t = useT();
  return (
    <output className={styles.pill}>
      <span>{t("canvas.following", { label: person.label.trim() || t("board.people.unnamed") })}</span>
      <Button size="small" onClick={onStop}>
        {t("canvas.follow-stop")}
      </Button>
    </output>
  );
}
