import { mayChangeRecord } from "@faelleskort/shared/commands/permission.ts";
import type { ElementId } from "@faelleskort/shared/model/ids.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { formOf } from "../../sheets/bending.ts";
import { useAct, useBoard, useMayWrite, useMe } from "../../state/hooks.ts";
import { SharedText } from "../../ui/SharedText.tsx";
import { changeForm } from "../tools/free-selection.ts";
import { LineForms } from "../tools/LineForms.tsx";
import styles from "./editor.module.css";
import { EditorDialog } from "./EditorDialog.tsx";
import { LockSwitch } from "./LockSwitch.tsx";
import { useDelete } from "./use-delete.ts";

/** Something on a free sheet opened large: its text, a picture's or drawing's description, or what stands on an arrow. */
export function ElementDialog({
  element: id,
  onClose,
}: {
  readonly element: ElementId;
  readonly onClose: () => void;
}): ReactNode {
  const t = useT();
  const { role, workshopId } = useMe();
  const mayWrite = useMayWrite();
  const deleteRecords = useDelete();
  const act = useAct();
  const element = useBoard((board) => board.elementsById.get(id));
  if (!element || element.deleted) {
    return (
      <EditorDialog title={t("free-list.gone-title")} onClose={onClose}>
        <p>{t("free-list.gone")}</p>
      </EditorDialog>
    );
  }
  const { kind } = element;
  return (
    <EditorDialog
      title={t(`free-list.kind.${kind}`)}
      onClose={onClose}
      remove={
        mayWrite && mayChangeRecord(role, element)
          ? {
              label: t("free-list.delete"),
              run: () => deleteRecords([{ record: "element", id }], "free-list.toast.deleted"),
            }
          : undefined
      }
    >
      <div className={styles.form}>
        {kind === "picture" && (
          <img
            className={styles.picture}
            src={api.pictureFile(workshopId, element.picture)}
            alt={element.text}
          />
        )}
        <SharedText target={{ record: "element", id, field: "text" }} label={t(`free-list.text.${kind}`)} />
        {kind === "connector" && (
          <LineForms
            chosen={formOf(element)}
            disabled={!mayWrite || !mayChangeRecord(role, element)}
            onChoose={(form) => void act(...changeForm([element], form))}
          />
        )}
        <LockSwitch thing={{ record: "element", id }} locked={element.locked} />
        {element.author.label !== "" && (
          <p className={styles.authors}>{t("board.who.authors", { labels: element.author.label })}</p>
        )}
      </div>
    </EditorDialog>
  );
}
