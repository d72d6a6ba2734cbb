import type { NoteId } from "@faelleskort/shared/model/ids.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useBoard, useMayWrite } from "../../state/hooks.ts";
import { SharedText } from "../../ui/SharedText.tsx";
import { EditorDialog } from "./EditorDialog.tsx";
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
  const deleteRecords = useDelete();
  const note = useBoard((board) => board.notesById.get(id));
  const isHere = note !== undefined && !note.deleted;
  return (
    <EditorDialog
      title={t("board.note.title")}
      onClose={onClose}
      remove={
        isHere && mayWrite
          ? {
              label: t("board.note.delete"),
              run: () => deleteRecords([{ record: "note", id }], "board.toast.note-deleted"),
            }
          : undefined
      }
    >
      {isHere ? (
        <SharedText target={{ record: "note", id, field: "text" }} label={t("board.note.text")} />
      ) : (
        <p>{t("board.editor.gone")}</p>
      )}
    </EditorDialog>
  );
}
