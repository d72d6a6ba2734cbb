import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { freeSheetId, isMethodSheet, type SheetId, sheetIds } from "@faelleskort/shared/model/sheet.ts";
import type { FreeSheet, Stage } from "@faelleskort/shared/model/stage.ts";
import { nanoid } from "nanoid";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useRole, useRun } from "../../state/hooks.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { nextTitle } from "./free-sheet-names.ts";
import { SheetDialog } from "./SheetDialog.tsx";
import styles from "./sheets.module.css";
import { useSheetTitle } from "./use-sheet-title.ts";

export interface SheetTabsProps {
  readonly stage: Stage;
  readonly sheet: SheetId;
  readonly onChoose: (sheet: SheetId) => void;
}

/** The workshop's sheets. The facilitator adds free ones here, renames and removes them. */
export function SheetTabs({ stage, sheet, onChoose }: SheetTabsProps): ReactNode {
  const t = useT();
  const run = useRun();
  const titleOf = useSheetTitle();
  const isFacilitator = useRole() === "facilitator";
  const [edited, setEdited] = useState<FreeSheet | null>(null);
  const { freeSheets } = stage;
  const chosen = freeSheets.find(({ id }) => id === sheet);
  const ids: readonly SheetId[] = [...sheetIds, ...freeSheets.map(({ id }) => id)];

  // Of twenty tabs the chosen one may lie outside the bar.
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    bar.current
      ?.querySelector('[role="tab"][aria-selected="true"]')
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
    // Another choice, or another row of tabs, is another place to look at.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [sheet, freeSheets]);

  const add = async () => {
    const added = { id: freeSheetId(`free-${nanoid()}`), title: nextTitle(t("free-list.sheet"), freeSheets) };
    if (!(await run({ type: "sheet.add", ...added }))) return;
    onChoose(added.id);
    setEdited(added);
  };

  return (
    <div ref={bar} className={styles.bar}>
      <Tabs
        label={t("board.sheets")}
        tabs={ids.map((id) => ({
          id,
          label: isMethodSheet(id) ? titleOf(id) : <span dir="auto">{titleOf(id)}</span>,
        }))}
        chosen={sheet}
        onChoose={onChoose}
        className={styles.tabs}
      />
      {isFacilitator && chosen && (
        <IconButton
          icon="pencil"
          label={t("free-list.edit-sheet", { title: chosen.title })}
          onClick={() => setEdited(chosen)}
        />
      )}
      {isFacilitator && (
        <IconButton
          icon="plus"
          label={t("free-list.add-sheet")}
          disabled={freeSheets.length >= contentLimits.freeSheets}
          onClick={() => void add()}
        />
      )}
      {edited && <SheetDialog sheet={edited} stage={stage} onClose={() => setEdited(null)} />}
    </div>
  );
}
