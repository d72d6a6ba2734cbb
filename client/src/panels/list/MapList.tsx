import { type ReactNode, useMemo } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useBoard, useMayWrite } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { useDelete } from "../editor/use-delete.ts";
import { AddMark } from "./AddMark.tsx";
import { AreaChoice } from "./AreaChoice.tsx";
import type { ListProps } from "./list-props.ts";
import styles from "./list.module.css";
import { markGroups } from "./map-groups.ts";
import { NoteList } from "./NoteList.tsx";

/** The area map as headings and lists: resources first, each with where it lies in words. */
export function MapList({ onOpen }: ListProps): ReactNode {
  const t = useT();
  const mayWrite = useMayWrite();
  const deleteRecords = useDelete();
  const marksById = useBoard((board) => board.marksById);
  const groups = useMemo(() => markGroups({ marksById }), [marksById]);
  return (
    <div className={styles.list}>
      <AddMark mayWrite={mayWrite} />
      {groups.map(({ kind, marks }) => (
        <section key={kind} className={styles.section}>
          <h3>
            {t(`list.marks.${kind}`)} <span className={styles.count}>{marks.length}</span>
          </h3>
          {marks.length === 0 && <p className={styles.quiet}>{t(`list.empty.${kind}`)}</p>}
          <ul className={styles.rows}>
            {marks.map((mark) => {
              const name = mark.title.trim() === "" ? t("list.unnamed") : mark.title;
              return (
                <li key={mark.id} className={styles.row} data-mark={mark.id}>
                  <div className={styles.about}>
                    <button
                      type="button"
                      className={styles.name}
                      dir="auto"
                      onClick={() => onOpen({ record: "mark", id: mark.id })}
                    >
                      {name}
                    </button>
                    {mark.text.trim() !== "" && (
                      <p className={styles.text} dir="auto">
                        {mark.text}
                      </p>
                    )}
                    <div className={styles.actions}>
                      <AreaChoice
                        mark={mark}
                        label={t("list.move-mark", { name })}
                        mayWrite={mayWrite}
                        hideLabel
                      />
                      <Button
                        size="small"
                        kind="quiet"
                        icon="trash"
                        disabled={!mayWrite}
                        aria-label={t("list.remove-mark", { name })}
                        onClick={() =>
                          deleteRecords([{ record: "mark", id: mark.id }], "board.toast.mark-deleted")
                        }
                      >
                        {t("list.remove")}
                      </Button>
                    </div>
                  </div>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      <NoteList sheet="map" onOpen={onOpen} />
    </div>
  );
}
