import type { MarkId } from "@faelleskort/shared/model/ids.ts";
import { markKinds } from "@faelleskort/shared/model/mark.ts";
import { type ReactNode, useId } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useAct, useBoard, useMayWrite } from "../../state/hooks.ts";
import { SharedText } from "../../ui/SharedText.tsx";
import { AreaChoice } from "../list/AreaChoice.tsx";
import { ToolIcon } from "../parts/ToolIcon.tsx";
import styles from "./editor.module.css";
import { EditorDialog } from "./EditorDialog.tsx";
import { useDelete } from "./use-delete.ts";

/** A heart or star opened large: what it is, where, and why. */
export function MarkDialog({
  mark: id,
  onClose,
}: {
  readonly mark: MarkId;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT();
  const act = useAct();
  const mayWrite = useMayWrite();
  const deleteRecords = useDelete();
  const name = useId();
  const mark = useBoard((board) => board.marksById.get(id));
  const isHere = mark !== undefined && !mark.deleted;
  return (
    <EditorDialog
      title={t("board.mark.title")}
      onClose={onClose}
      remove={
        isHere && mayWrite
          ? {
              label: t("board.mark.delete"),
              run: () => deleteRecords([{ record: "mark", id }], "board.toast.mark-deleted"),
            }
          : undefined
      }
    >
      {!isHere ? (
        <p>{t("board.editor.gone")}</p>
      ) : (
        <div className={styles.form}>
          <fieldset className={styles.kinds} disabled={!mayWrite}>
            <legend>{t("board.mark.kind")}</legend>
            {markKinds.map((kind) => (
              <label key={kind} className={styles.kind} data-kind={kind}>
                <input
                  type="radio"
                  name={name}
                  checked={mark.kind === kind}
                  onChange={() => act({ type: "mark.set-kind", id, kind })}
                />
                <ToolIcon name={kind} />
                {t(`board.mark.kind.${kind}`)}
              </label>
            ))}
          </fieldset>
          <SharedText
            target={{ record: "mark", id, field: "title" }}
            label={t("board.mark.name")}
            kind="line"
          />
          <SharedText target={{ record: "mark", id, field: "text" }} label={t("board.mark.text")} />
          <AreaChoice mark={mark} label={t("board.mark.area")} mayWrite={mayWrite} />
          {mark.author.label !== "" && (
            <p className={styles.authors}>{t("board.who.authors", { labels: mark.author.label })}</p>
          )}
        </div>
      )}
    </EditorDialog>
  );
}
