import { mayChangeRecord } from "@faelleskort/shared/commands/permission.ts";
import type { NoteId } from "@faelleskort/shared/model/ids.ts";
import { isMethodSheet } from "@faelleskort/shared/model/sheet.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useBoard, useMayWrite, useRole } from "../../state/hooks.ts";
import { SharedText } from "../../ui/SharedText.tsx";
import styles from "./editor.module.css";
import { EditorDialog } from "./EditorDialog.tsx";
import { LockSwitch } from "./LockSwitch.tsx";
import { useDelete } from "./use-delete.ts";

/** A sticky note opened large. */
export function NoteDialog({
  note: id,
  onClose,
}: {
  readonly note: NoteId;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT();
  const mayWrite = useMayWrite();
  const role = useRole();
  const deleteRecords = useDelete();
  const note = useBoard((board) => board.notesById.get(id));
  const isHere = note !== undefined && !note.deleted;
  return (
    <EditorDialog
      title={t("board.note.title")}
      onClose={onClose}
      remove={
        isHere && mayWrite && mayChangeRecord(role, note)
          ? {
              label: t("board.note.delete"),
              run: () => deleteRecords([{ record: "note", id }], "board.toast.note-deleted"),
            }
          : undefined
      }
    >
      {isHere ? (
        <div className={styles.form}>
          <SharedText target={{ record: "note", id, field: "text" }} label={t("board.note.text")} />
          {!isMethodSheet(note.sheet) && <LockSwitch thing={{ record: "note", id }} locked={note.locked} />}
        </div>
      ) : (
        <p>{t("board.editor.gone")}</p>
      )}
    </EditorDialog>
  );
}
