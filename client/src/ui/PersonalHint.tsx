import { useT } from "../i18n/hooks.ts";
import { type Objection, wordsOf } from "../state/objection.ts";
import { Button } from "./Button.tsx";
import type { Held } from "./guarded-text.ts";
import styles from "./PersonalHint.module.css";

interface PersonalHintProps {
  readonly id?: string;
  readonly held: Held | null;
  /** "This isn't personal": sends the words as they are. */
  readonly onConfirm: () => void;
}

/** Says beside a field what in it looks personal, that it isn't sent, and what to do. */
export function PersonalHint({ id, held, onConfirm }: PersonalHintProps) {
  const t = useT();
  return (
    // Read aloud when it appears; an <output> may not hold a button.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div id={id} role="status" className={styles.frame}>
      {held?.kind === "unfinished" && <p className={styles.waits}>{t("privacy.unfinished")}</p>}
      {held?.kind === "objection" && (
        <div className={styles.hint}>
          <p>{sentenceOf(held.objection, t)}</p>
          {held.objection.kind === "ask" && (
            <Button
              size="small"
              // The field keeps the keyboard: pressing here must not be leaving it.
              onPointerDown={(event) => event.preventDefault()}
              onClick={onConfirm}
            >
              {t("privacy.not-personal")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function sentenceOf(objection: Objection, t: ReturnType<typeof useT>): string {
  const words = wordsOf(objection);
  const [kind, another] = new Set(objection.findings.map((finding) => finding.kind));
  if (objection.kind === "stop") return t("privacy.stop", { words });
  return t(another === undefined && kind !== undefined ? `privacy.ask-${kind}` : "privacy.ask-several", {
    words,
  });
}
