import type { NoteId } from "@faelleskort/shared/model/ids.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useBoard, useMayWrite } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { SharedText } from "../../ui/SharedText.tsx";
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
    <Dialog
      title={t("board.note.title")}
      onClose={onClose}
      closeLabel={t("common.close")}
      kind="side"
      actions={
        <>
          {isHere && mayWrite && (
            <Button
              kind="quiet"
              icon="trash"
              onClick={() => {
                deleteRecords([{ record: "note", id }], "board.toast.note-deleted");
                onClose();
              }}
            >
              {t("board.note.delete")}
            </Button>
          )}
          <Button kind="primary" onClick={onClose}>
            {t("board.who.done")}
          </Button>
        </>
      }
    >
      {isHere ? (
        <SharedText target={{ record: "note", id, field: "text" }} label={t("board.note.text")} />
      ) : (
        <p>{t("board.editor.gone")}</p>
      )}
    </Dialog>
  );
}
