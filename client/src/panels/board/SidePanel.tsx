import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Later } from "../../ui/Later.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { SheetList } from "../list/SheetList.tsx";
import { PeoplePanel } from "../people/PeoplePanel.tsx";
import { useSheetTitle } from "../sheets/use-sheet-title.ts";
import { HistoryPanel, PlanPanel, SharePanel } from "./later.tsx";
import { type PanelTab, tabsOf } from "./panel-tabs.ts";
import styles from "./SidePanel.module.css";

export interface SidePanelProps {
  readonly stage: Stage;
  readonly sheet: SheetId;
  readonly tab: PanelTab;
  readonly isFacilitator: boolean;
  readonly onTab: (tab: PanelTab) => void;
  readonly onClose: () => void;
  readonly onOpen: (ref: RecordRef) => void;
}

/** Everything beside the sheet: its list, who is here, how others get in, the plan. */
export function SidePanel(props: SidePanelProps): ReactNode {
  const { stage, sheet, tab, isFacilitator, onTab, onClose, onOpen } = props;
  const t = useT();
  const titleOf = useSheetTitle();
  return (
    <aside className={styles.panel} aria-label={t("board.panel")}>
      <div className={styles.close}>
        <IconButton icon="close" label={t("board.panel-close")} onClick={onClose} />
      </div>
      <Tabs
        label={t("board.panel")}
        tabs={tabsOf(isFacilitator).map((id) => ({ id, label: t(`board.panel.${id}`) }))}
        chosen={tab}
        onChoose={onTab}
        className={styles.tabs}
      >
        <div className={styles.content}>
          <Later key={tab} waiting={<p aria-busy="true">{t("common.loading")}</p>}>
            {tab === "list" && (
              <>
                <h2 className={styles.heading} dir="auto">
                  {titleOf(sheet)}
                </h2>
                <SheetList sheet={sheet} onOpen={onOpen} />
              </>
            )}
            {tab === "people" && <PeoplePanel />}
            {tab === "share" && <SharePanel />}
            {tab === "plan" && <PlanPanel stage={stage} />}
            {tab === "history" && <HistoryPanel stage={stage} sheet={sheet} />}
          </Later>
        </div>
      </Tabs>
    </aside>
  );
}
