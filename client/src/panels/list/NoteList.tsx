import { byAge } from "@faelleskort/shared/model/board.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import { type ReactNode, useMemo } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useBoard } from "../../state/hooks.ts";
import type { ListProps } from "./list-props.ts";
import styles from "./list.module.css";

/** The sticky notes of a sheet; nothing when there are none. */
export function NoteList({ sheet, onOpen }: ListProps & { readonly sheet: SheetId }): ReactNode {
  const t = useT();
  const notesById = useBoard((board) => board.notesById);
  const notes = useMemo(
    () => [...notesById.values()].filter((note) => !note.deleted && note.sheet === sheet).sort(byAge),
    [notesById, sheet],
  );
  if (notes.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>
        {t("list.notes")} <span className={styles.count}>{notes.length}</span>
      </h3>
      <ul className={styles.rows}>
        {notes.map(({ id, text }) => (
          <li key={id} className={styles.row}>
            <button
              type="button"
              className={styles.name}
              dir="auto"
              onClick={() => onOpen({ record: "note", id })}
            >
              {text.trim() === "" ? t("list.unnamed") : text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
