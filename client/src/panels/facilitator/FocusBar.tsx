import { answerFields } from "@faelleskort/shared/model/actor.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import { unplaced } from "@faelleskort/shared/views/priority.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useMayWrite, useRole, useRun, useSharedClusters } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { FieldChoice } from "../editor/FieldChoice.tsx";
import { categoryOf } from "../list/actor-groups.ts";
import { joinedAnswers } from "../list/joined-answers.ts";
import { nextUnplaced } from "../list/next-unplaced.ts";
import styles from "./FocusBar.module.css";

export interface FocusBarProps {
  readonly actor: ActorId;
  readonly onOpen: (actor: ActorId) => void;
}

/** The actor that everybody looks at, large, with what is known about it. The facilitator places it from here. */
export function FocusBar({ actor, onOpen }: FocusBarProps): ReactNode {
  const t = useT();
  const run = useRun();
  const mayWrite = useMayWrite();
  const isFacilitator = useRole() === "facilitator";
  const clusters = useSharedClusters();
  const cluster = clusters.find(({ members }) => members.some(({ id }) => id === actor));
  if (!cluster) return null;
  const waiting = unplaced(clusters).length;
  const next = nextUnplaced(clusters, cluster.id);
  const answers = answerFields.flatMap((field) => {
    const text = joinedAnswers(cluster, field);
    return text === "" ? [] : [{ field, text }];
  });
  return (
    <section
      className={styles.focus}
      data-category={categoryOf(cluster) ?? "none"}
      aria-labelledby="focus-name"
    >
      <div className={styles.who}>
        <p className={styles.kicker}>
          {t("board.focus.title")} · {t("list.unplaced", { count: waiting })}
        </p>
        <h2 id="focus-name" className={styles.name} dir="auto">
          <button type="button" className={styles.open} onClick={() => onOpen(cluster.id)}>
            {cluster.lead.name}
          </button>
        </h2>
        {cluster.authors.length > 0 && (
          <p className={styles.authors} dir="auto">
            {cluster.authors.map(({ label }) => label).join("; ")}
          </p>
        )}
      </div>
      {isFacilitator && (
        <div className={styles.controls}>
          <FieldChoice actor={cluster} mayWrite={mayWrite} size="large" />
          <Button
            kind="primary"
            disabled={next === null}
            title={t("facilitator.next-actor-hint")}
            onClick={() => next && void run({ type: "focus.set", actor: next.id })}
          >
            {next === null ? t("facilitator.all-placed") : t("facilitator.next-actor")}
          </Button>
        </div>
      )}
      {answers.length > 0 && (
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
