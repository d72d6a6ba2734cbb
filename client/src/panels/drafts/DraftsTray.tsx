import { actorId, type ActorId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { nanoid } from "nanoid";
import { type ReactNode, useId, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useAct, useDrafts, useMayWrite, useStage, useWorkshop } from "../../state/hooks.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
import { draftsOf } from "../people/present.ts";
import { usePeople } from "../people/use-people.ts";
import styles from "./drafts.module.css";

/**
 * The cards this person has written while everybody writes for themselves. They can be read, changed and deleted here, and
 * sent early; nobody else sees them before that.
 */
export function DraftsTray(): ReactNode {
  const t = useT();
  const act = useAct();
  const drafts = useDrafts();
  const mayWrite = useMayWrite();
  const isPrivate = useStage()?.writing.mode === "private";
  const { session, notices } = useWorkshop();
  const all = draftsOf(usePeople());
  const heading = useId();
  const [name, setName] = useState("");
  const [editing, setEditing] = useState<ActorId | null>(null);
  const [isOpen, setIsOpen] = useState(true);

  const send = (ids: readonly ActorId[]) => {
    const outcome = session.drafts.send(ids);
    if (outcome.ok) {
      notices.show({ tone: "done", text: "board.drafts.sent", values: { count: ids.length } });
    } else {
      notices.show({ tone: "problem", text: `rejections.${outcome.error}` });
    }
  };

  return (
    <section className={styles.tray} aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {t("board.drafts.title")}
        </h2>
        <span className={styles.count} aria-hidden="true">
          {drafts.length}
        </span>
        <IconButton
          icon={isOpen ? "down" : "list"}
          label={t("board.drafts.collapse")}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        />
      </header>
      {isOpen && (
        <div className={styles.body}>
          <p className={styles.hint}>{t("board.drafts.explain")}</p>
          {isPrivate && (
            <form
              className={styles.write}
              onSubmit={(event) => {
                event.preventDefault();
                if (name.trim() === "") return;
                if (act({ type: "actor.write", id: actorId(nanoid()), name, category: null, wall: null }))
                  setName("");
              }}
            >
              <TextField
                label={t("board.drafts.placeholder")}
                value={name}
                maxLength={contentLimits.actorName}
                onChange={({ currentTarget }) => setName(currentTarget.value)}
              />
              <Button type="submit" kind="primary" icon="plus" disabled={name.trim() === ""}>
                {t("board.drafts.add")}
              </Button>
            </form>
          )}
          {drafts.length === 0 ? (
            <p className={styles.hint}>{t("board.drafts.empty")}</p>
          ) : (
            <ul className={styles.cards}>
              {drafts.map((draft) => (
                <li key={draft.id} className={styles.card}>
                  {editing === draft.id ? (
                    <SharedText
                      target={{ record: "actor", id: draft.id, field: "name" }}
                      label={t("board.who.name")}
                      kind="line"
                      hideLabel
                      // Pressing the pencil asks for the caret.
                      // oxlint-disable-next-line jsx-a11y/no-autofocus
                      autoFocus
                      onEnter={() => setEditing(null)}
                    />
                  ) : (
                    <span className={styles.name} dir="auto">
                      {draft.name}
                    </span>
                  )}
                  <span className={styles.actions}>
                    <IconButton
                      icon={editing === draft.id ? "check" : "pencil"}
                      label={t("board.drafts.rename", { name: draft.name })}
                      onClick={() => setEditing(editing === draft.id ? null : draft.id)}
                    />
                    <IconButton
                      icon="trash"
                      label={t("board.drafts.remove", { name: draft.name })}
                      onClick={() => {
                        act({ type: "records.delete", records: [{ record: "actor", id: draft.id }] });
                      }}
                    />
                    <IconButton
                      icon="send"
                      label={t("board.drafts.send-one", { name: draft.name })}
                      disabled={!mayWrite}
                      onClick={() => send([draft.id])}
                    />
                  </span>
                </li>
              ))}
            </ul>
          )}
          {drafts.length > 0 && (
            <Button icon="send" disabled={!mayWrite} onClick={() => send(drafts.map(({ id }) => id))}>
              {t("board.drafts.send-all", { count: drafts.length })}
            </Button>
          )}
          {isPrivate && <output className={styles.hint}>{t("board.drafts.count", { count: all })}</output>}
        </div>
      )}
    </section>
  );
}
