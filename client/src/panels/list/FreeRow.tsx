import { mayChangeRecord } from "@faelleskort/shared/commands/permission.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import type { FreeThing } from "@faelleskort/shared/views/free-sheet.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useMe } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { useDelete } from "../editor/use-delete.ts";
import { kindOf, wordsFor } from "./free-words.ts";
import styles from "./list.module.css";
import type { ListProps } from "./list-props.ts";

export interface FreeRowProps extends ListProps {
  readonly thing: FreeThing;
  readonly board: BoardSnapshot;
  readonly mayWrite: boolean;
}

/** One thing of a free sheet: what it is, what it says, who made it. Opening it is the way to change it. */
export function FreeRow({ thing, board, mayWrite, onOpen }: FreeRowProps): ReactNode {
  const t = useT();
  const { role, workshopId } = useMe();
  const deleteRecords = useDelete();
  const { ref, record } = thing;
  const words = wordsFor(t, board, thing);
  const mayChange = mayWrite && mayChangeRecord(role, record);
  return (
    <li className={styles.row} data-thing={record.id}>
      {"kind" in record && record.kind === "picture" && (
        <img
          className={styles.thumbnail}
          src={api.pictureFile(workshopId, record.picture)}
          alt={words}
          loading="lazy"
        />
      )}
      <div className={styles.about}>
        <button type="button" className={styles.name} dir="auto" onClick={() => onOpen(ref)}>
          {words}
        </button>
        <p className={styles.facts}>
          <span>{t(`free-list.kind.${kindOf(thing)}`)}</span>
          {record.author.label !== "" && <span dir="auto">{record.author.label}</span>}
          {record.locked && <span>{t("free-list.locked")}</span>}
        </p>
        <div className={styles.actions}>
          <Button
            size="small"
            kind="quiet"
            icon="trash"
            disabled={!mayChange}
            aria-label={t("free-list.delete-named", { name: words })}
            onClick={() => deleteRecords([ref], "free-list.toast.deleted")}
          >
            {t("free-list.delete")}
          </Button>
        </div>
      </div>
    </li>
  );
}
