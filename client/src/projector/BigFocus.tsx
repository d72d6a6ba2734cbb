import { answerFields } from "@faelleskort/shared/model/actor.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import type { ReactNode } from "react";
import { useT } from "../i18n/hooks.ts";
import { categoryOf } from "../panels/list/actor-groups.ts";
import { joinedAnswers } from "../panels/list/joined-answers.ts";
import { useSharedClusters } from "../state/hooks.ts";
import styles from "./projector.module.css";

/** The actor everybody talks about, readable from the last row. */
export function BigFocus({ actor }: { readonly actor: ActorId }): ReactNode {
  const t = useT();
  const cluster = useSharedClusters().find(({ members }) => members.some(({ id }) => id === actor));
  if (!cluster) return null;
  const answers = answerFields.flatMap((field) => {
    const text = joinedAnswers(cluster, field);
    return text === "" ? [] : [{ field, text }];
  });
  return (
    <section className={styles.focus} data-category={categoryOf(cluster) ?? "none"}>
      <h2 className={styles.name} dir="auto">
        {cluster.lead.name}
      </h2>
      {cluster.field !== null && <p>{t("projector.placed", { field: cluster.field })}</p>}
      {answers.length === 0 ? (
        <p className={styles.hint}>{t("projector.answers-empty")}</p>
      ) : (
        <dl className={styles.answers}>
          {answers.map(({ field, text }) => (
            <div key={field}>
              <dt>{t(`question.${field}`)}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
