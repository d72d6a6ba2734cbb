import { type Actor, type ActorCategory, answerFields } from "@faelleskort/shared/model/actor.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useAct, useClusters, useDrafts, useMayWrite, useWorkshop } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { CategoryChoice } from "./CategoryChoice.tsx";
import { EditorDialog } from "./EditorDialog.tsx";
import { FieldChoice } from "./FieldChoice.tsx";
import { OwnAnswers } from "./OwnAnswers.tsx";
import { SimilarActors } from "./SimilarActors.tsx";
import { useDelete } from "./use-delete.ts";
import { categoryOf } from "../list/actor-groups.ts";
import styles from "./editor.module.css";

export interface WhoCardDialogProps {
  /** Any card of the actor. */
  readonly actor: ActorId;
  readonly onClose: () => void;
}

/** An actor opened large: who they are, in three answers that several may write at once. */
export function WhoCardDialog({ actor: id, onClose }: WhoCardDialogProps): ReactNode {
  const t = useT();
  const act = useAct();
  const clusters = useClusters();
  const isDraft = useDrafts().some((draft) => draft.id === id);
  const boardIsOpen = useMayWrite();
  const { notices } = useWorkshop();
  const deleteRecords = useDelete();
  const cluster = clusters.find(({ members }) => members.some((member) => member.id === id));
  const mayWrite = boardIsOpen || isDraft;

  if (!cluster) {
    return (
      <EditorDialog title={t("board.who.title")} onClose={onClose}>
        <p>{t("board.editor.gone")}</p>
      </EditorDialog>
    );
  }
  const { lead, members, authors } = cluster;
  const merged = members.slice(1);
  const setCategory = (category: ActorCategory | null) => {
    // Cleared on every card: the first one that has a category would show through.
    const own = members.filter((member) => member.id === lead.id || member.category !== null);
    act(...own.map((member) => ({ type: "actor.set-category" as const, id: member.id, category })));
  };
  const split = (card: Actor) => {
    if (!act({ type: "actor.split", id: card.id })) return;
    notices.show({
      tone: "done",
      text: "board.toast.split",
      // Not this person's last step, which may be another by then.
      action: {
        label: "common.undo",
        run: () => {
          const ids = card.id === lead.id ? merged.map((member) => member.id) : [card.id];
          act({ type: "actor.merge", ids, into: lead.id });
        },
      },
    });
  };

  return (
    <EditorDialog
      title={t("board.who.title")}
      onClose={onClose}
      remove={
        mayWrite
          ? {
              label: t("board.who.delete"),
              run: () =>
                deleteRecords(
                  members.map((member) => ({ record: "actor", id: member.id })),
                  "board.toast.card-deleted",
                  { name: lead.name },
                ),
            }
          : undefined
      }
    >
      <div className={styles.form}>
        <div className={styles.slot} data-category={categoryOf(cluster) ?? "none"}>
          <SharedText
            target={{ record: "actor", id: lead.id, field: "name" }}
            label={t("board.who.name")}
            kind="line"
          />
          <p className={styles.authors}>
            {authors.length === 0
              ? t("board.who.no-author")
              : t("board.who.authors", { labels: authors.map(({ label }) => label).join("; ") })}
          </p>
        </div>
        <CategoryChoice value={categoryOf(cluster)} disabled={!mayWrite} onChange={setCategory} />
        {answerFields.map((field) => (
          <SharedText
            key={field}
            target={{ record: "actor", id: lead.id, field }}
            label={t(`question.${field}`)}
          />
        ))}
        {!isDraft && (
          <>
            <Button
              disabled={!mayWrite}
              onClick={() => act({ type: "actor.stick", id: lead.id, onWhoCard: !lead.onWhoCard })}
            >
              {lead.onWhoCard ? t("board.who.unstick") : t("board.who.stick")}
            </Button>
            <section className={styles.section} aria-labelledby="who-card-place">
              <h3 id="who-card-place">{t("board.who.place")}</h3>
              <FieldChoice actor={cluster} mayWrite={mayWrite} size="small" />
            </section>
            <SimilarActors actor={cluster} all={clusters} mayWrite={mayWrite} />
          </>
        )}
        {merged.length > 0 && (
          <section className={styles.section} aria-labelledby="who-card-merged">
            <h3 id="who-card-merged">{t("board.who.merged", { count: members.length })}</h3>
            <p className={styles.hint}>{t("board.who.merged-hint")}</p>
            {merged.map((card) => (
              <OwnAnswers key={card.id} card={card} mayWrite={mayWrite} onSplit={() => split(card)} />
            ))}
            <Button disabled={!mayWrite} onClick={() => split(lead)}>
              {t("board.who.split")}
            </Button>
          </section>
        )}
      </div>
    </EditorDialog>
  );
}
