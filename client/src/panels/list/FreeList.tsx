import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { FreeSheetId } from "@faelleskort/shared/model/sheet.ts";
import type { FreeThing } from "@faelleskort/shared/views/free-sheet.ts";
import { type ReactNode, useMemo } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useBoard, useMayWrite } from "../../state/hooks.ts";
import { AddFreeText } from "./AddFreeText.tsx";
import { freeGroups } from "./free-groups.ts";
import { FreeRow } from "./FreeRow.tsx";
import { GrowingList } from "./GrowingList.tsx";
import type { ListProps } from "./list-props.ts";
import styles from "./list.module.css";

/** A free sheet as headings and lists: everything that lies on it, to read, change, write and delete without pointing. */
export function FreeList({ sheet, onOpen }: ListProps & { readonly sheet: FreeSheetId }): ReactNode {
  const t = useT();
  const mayWrite = useMayWrite();
  const board = useBoard(
    (all) => all,
    (a, b) => a.notesById === b.notesById && a.elementsById === b.elementsById,
  );
  const { frames, loose, strokes } = useMemo(() => freeGroups(board, sheet), [board, sheet]);
  const isEmpty = frames.length + loose.length + strokes.length === 0;
  const rows = { board, mayWrite, onOpen };
  return (
    <div className={styles.list}>
      <AddFreeText sheet={sheet} mayWrite={mayWrite} />
      {isEmpty && <p className={styles.empty}>{t("free-list.empty")}</p>}
      {frames.map(({ frame, things }) => {
        const thing: FreeThing = { ref: { record: "element", id: frame.id }, record: frame };
        return (
          <section key={frame.id} className={styles.section}>
            <h3 dir="auto">
              {frame.text.trim() === "" ? t("free-list.empty.frame") : frame.text}{" "}
              <span className={styles.count}>{things.length}</span>
            </h3>
            <Rows things={[thing, ...things]} {...rows} />
          </section>
        );
      })}
      {loose.length > 0 && (
        <section className={styles.section}>
          <h3>
            {t(frames.length === 0 ? "free-list.all" : "free-list.outside")}{" "}
            <span className={styles.count}>{loose.length}</span>
          </h3>
          <Rows things={loose} {...rows} />
        </section>
      )}
      {strokes.length > 0 && (
        <details className={styles.section}>
          <summary>{t("free-list.strokes", { count: strokes.length })}</summary>
          <p className={styles.hint}>{t("free-list.strokes-hint")}</p>
          <Rows things={strokes} {...rows} />
        </details>
      )}
    </div>
  );
}

interface RowsProps extends ListProps {
  readonly things: readonly FreeThing[];
  readonly board: BoardSnapshot;
  readonly mayWrite: boolean;
}

function Rows({ things, board, mayWrite, onOpen }: RowsProps): ReactNode {
  return (
    <GrowingList
      className={styles.rows}
      things={things}
      renderRow={(thing) => (
        <FreeRow key={thing.ref.id} thing={thing} board={board} mayWrite={mayWrite} onOpen={onOpen} />
      )}
    />
  );
}
