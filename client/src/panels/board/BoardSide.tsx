import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import type { ReactNode } from "react";
import type { BoardCanvasHandle } from "../../canvas/props.ts";
import { Later } from "../../ui/Later.tsx";
import styles from "./board.module.css";
import { Remote } from "./later.tsx";
import type { PanelTab } from "./panel-tabs.ts";
import { SidePanel } from "./SidePanel.tsx";

export interface OpenPanel {
  readonly tab: PanelTab;
  readonly isOpen: boolean;
}

export interface BoardSideProps {
  readonly stage: Stage;
  readonly sheet: SheetId;
  readonly panel: OpenPanel;
  readonly isFacilitator: boolean;
  /** The facilitator's remote stands below the panel; where there is no room, it stands elsewhere. */
  readonly withRemote: boolean;
  readonly canvas: () => BoardCanvasHandle | null;
  readonly onPanel: (panel: OpenPanel) => void;
  readonly onOpen: (ref: RecordRef) => void;
}

/** What stands beside the sheet: the panel, and the facilitator's remote. */
export function BoardSide(props: BoardSideProps): ReactNode {
  const { stage, sheet, panel, isFacilitator, withRemote, canvas, onPanel, onOpen } = props;
  if (!panel.isOpen && !isFacilitator) return null;
  return (
    <div className={styles.side} data-panel={panel.isOpen}>
      {panel.isOpen && (
        <SidePanel
          stage={stage}
          sheet={sheet}
          tab={panel.tab}
          isFacilitator={isFacilitator}
          onTab={(tab) => onPanel({ tab, isOpen: true })}
          onClose={() => onPanel({ ...panel, isOpen: false })}
          onOpen={onOpen}
        />
      )}
      {withRemote && (
        <div className={styles.remote}>
          <BoardRemote {...{ stage, sheet, canvas }} onPlan={() => onPanel({ tab: "plan", isOpen: true })} />
        </div>
      )}
    </div>
  );
}

/** The facilitator's remote, which brings everyone to what this window shows. */
export function BoardRemote({
  stage,
  sheet,
  canvas,
  onPlan,
}: Pick<BoardSideProps, "stage" | "sheet" | "canvas"> & { readonly onPlan: () => void }): ReactNode {
  return (
    <Later>
      <Remote stage={stage} view={() => viewOf(canvas(), sheet)} onPlan={onPlan} />
    </Later>
  );
}

/** Where "everyone here" brings the others. */
function viewOf(canvas: BoardCanvasHandle | null, sheet: SheetId) {
  const view = canvas?.view();
  if (!view) return { sheet, centre: null, zoom: null };
  const { centre, zoom, seen } = view;
  return { sheet, centre: { x: centre.x, y: centre.y }, zoom, seen: { ...seen } };
}
