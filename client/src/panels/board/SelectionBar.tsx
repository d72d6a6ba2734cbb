import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import type { ReactNode } from "react";
import type { CanvasPile } from "../../canvas/props.ts";
import { useT } from "../../i18n/hooks.ts";
import { sheetOf } from "../../sheets/sheets-by-id.ts";
import { useBoard, useRole, useRun, useSharedClusters, useWorkshop } from "../../state/hooks.ts";
import { isOpenTo } from "../../state/text-target.ts";
import { Button } from "../../ui/Button.tsx";
import { FieldChoice } from "../editor/FieldChoice.tsx";
import { useMerge } from "../editor/use-merge.ts";
import styles from "./SelectionBar.module.css";
import { Group } from "../parts/Group.tsx";

export interface SelectionBarProps {
  readonly refs: readonly RecordRef[];
  readonly pile: CanvasPile | null;
  readonly sheet: SheetId;
  readonly mayWrite: boolean;
  readonly isFacilitator: boolean;
  readonly onOpen: (ref: RecordRef) => void;
  /** Changes its words where they stand. */
  readonly onEdit: (ref: RecordRef) => void;
  readonly onTidy: () => void;
  /** Spreads the pile out. */
  readonly onTurnPile: () => void;
}

/** What can be done with what is chosen on the sheet, in buttons: the same as by dragging and by keys. */
export function SelectionBar(props: SelectionBarProps): ReactNode {
  const { refs, pile, sheet, mayWrite, isFacilitator, onOpen, onEdit, onTidy, onTurnPile } = props;
  const t = useT();
  const run = useRun();
  const merge = useMerge();
  const clusters = useSharedClusters();
  const board = useWorkshop().board.get();
  const role = useRole();
  const isOpen = useBoard((now) => refs.some((ref) => isOpenTo(role, now, ref)));
  const ids = new Set<string>(refs.map(({ id }) => id));
  const actors = clusters.filter(({ members }) => members.some(({ id }) => ids.has(id)));
  const [first] = refs;
  const [actor] = actors;
  const isOne = refs.length === 1;
  // Always there, so that a screen reader says what the arrow keys came to.
  const said = (
    <output className="visually-hidden">
      {pile && `${t(pile.isOpen ? "canvas.pile-fanned" : "canvas.pile-lying", wordsOf(pile))}. `}
      {isOne ? nameOf(first, actor, board) : refs.length > 1 && t("list.selection", { count: refs.length })}
    </output>
  );
  if (first === undefined) {
    // What is spread out is gathered by its own bar.
    if (!pile || pile.isOpen) return said;
    return (
      <>
        {said}
        <Group className={styles.bar} label={t("canvas.pile-lying", wordsOf(pile))}>
          <Button size="small" onClick={onTurnPile}>
            {t("canvas.pile-open")}
          </Button>
        </Group>
      </>
    );
  }
  return (
    <>
      {said}
      <Group className={styles.bar} label={t("list.selection", { count: refs.length })}>
        {!isOne && <span className={styles.count}>{t("list.selection", { count: refs.length })}</span>}
        {isOne && mayWrite && isOpen && (
          <Button size="small" onClick={() => onEdit(first)}>
            {t("board.selection.edit")}
          </Button>
        )}
        {isOne && (
          <Button size="small" onClick={() => onOpen(first)}>
            {t("board.selection.open")}
          </Button>
        )}
        {actors.length > 1 && (
          <Button size="small" kind="primary" disabled={!mayWrite} onClick={() => merge(actors)}>
            {t("list.merge-selected")}
          </Button>
        )}
        {!isOne && sheetOf(sheet).tidyOrders.length > 0 && mayWrite && (
          <Button size="small" onClick={onTidy}>
            {t("canvas.tidy")}
          </Button>
        )}
        {isOne && actor && sheet === "priority" && (
          <FieldChoice actor={actor} mayWrite={mayWrite} size="small" />
        )}
        {isOne && actor && isFacilitator && sheet === "priority" && (
          <Button size="small" kind="quiet" onClick={() => void run({ type: "focus.set", actor: actor.id })}>
            {t("facilitator.focus-this")}
          </Button>
        )}
      </Group>
    </>
  );
}

const wordsOf = ({ field, count }: CanvasPile) => ({ field, count });

function nameOf(ref: RecordRef | undefined, actor: ActorCluster | undefined, board: BoardSnapshot): string {
  switch (ref?.record) {
    case "actor":
      return actor?.lead.name ?? "";
    case "mark":
      return board.marksById.get(ref.id)?.title ?? "";
    case "note":
      return board.notesById.get(ref.id)?.text ?? "";
    case "element":
      return board.elementsById.get(ref.id)?.text ?? "";
    case undefined:
      return "";
  }
}
