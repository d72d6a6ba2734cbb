import { type Actor, answerFields } from "@faelleskort/shared/model/actor.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "./editor.module.css";

export interface OwnAnswersProps {
  readonly card: Actor;
  readonly mayWrite: boolean;
  readonly onSplit: () => void;
}

/** What stands on a card that was merged into another: to be read beside it, and taken out again. */
export function OwnAnswers({ card, mayWrite, onSplit }: OwnAnswersProps): ReactNode {
  const t = useT();
  const answered = answerFields.filter((field) => card.answers[field].trim() !== "");
  return (
    <article className={styles.own}>
      <h4 dir="auto">{t("board.who.own-answers", { name: card.name })}</h4>
      {card.author.label !== "" && <p className={styles.authors}>{card.author.label}</p>}
      {answered.length === 0 ? (
        <p className={styles.hint}>{t("board.who.nothing-answered")}</p>
      ) : (
        <dl className={styles.answers}>
          {answered.map((field) => (
            <div key={field}>
              <dt>{t(`question.${field}`)}</dt>
              <dd dir="auto">{card.answers[field]}</dd>
            </div>
          ))}
        </dl>
      )}
      {mayWrite && (
        <Button size="small" onClick={onSplit}>
          {t("board.who.split-one")}
        </Button>
      )}
    </article>
  );
}
