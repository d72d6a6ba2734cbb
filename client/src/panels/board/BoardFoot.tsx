import { isMethodSheet, type SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { ReactNode } from "react";
import type { BoardCanvasHandle } from "../../canvas/props.ts";
import type { CanvasTool } from "../../canvas/tool.ts";
import { useT } from "../../i18n/hooks.ts";
import type { Source } from "../../session/source.ts";
import { useMayWrite, useStatus } from "../../state/hooks.ts";
import { StatusLine } from "../../ui/StatusLine.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";
import { BoardTools } from "../tools/BoardTools.tsx";
import { PictureTool } from "../tools/PictureTool.tsx";
import type { Pictures } from "../tools/use-pictures.ts";
import { ZoomTools } from "../tools/ZoomTools.tsx";
import styles from "./board.module.css";
import { ofSheet } from "./use-sheet-keys.ts";

export interface BoardFootProps {
  readonly sheet: SheetId;
  readonly tool: CanvasTool;
  readonly mayWrite: boolean;
  readonly zoom: Source<number>;
  readonly pictures: Pictures;
  readonly isPanelOpen: boolean;
  readonly canvas: () => BoardCanvasHandle | null;
  readonly onTool: (tool: CanvasTool) => void;
  readonly onPanel: () => void;
}

/** The bar below the sheet: tools, zoom, whether all is saved, and the way to the panel. */
export function BoardFoot(props: BoardFootProps): ReactNode {
  const { sheet, tool, mayWrite, zoom, pictures, isPanelOpen, canvas, onTool, onPanel } = props;
  const t = useT();
  const status = useStatus();
  const boardIsOpen = useMayWrite();
  return (
    <footer className={styles.foot} {...ofSheet}>
      <BoardTools
        sheet={sheet}
        tool={tool}
        mayWrite={mayWrite}
        onTool={onTool}
        onTidy={() => canvas()?.tidy()}
      >
        {!isMethodSheet(sheet) && (
          <PictureTool
            disabled={!boardIsOpen}
            onFiles={(files) => {
              const centre = canvas()?.view().centre;
              if (centre) pictures.put(files, centre);
            }}
          />
        )}
      </BoardTools>
      <ZoomTools
        zoom={zoom}
        onZoomIn={() => canvas()?.zoomIn()}
        onZoomOut={() => canvas()?.zoomOut()}
        onZoomTo100={() => canvas()?.zoomTo100()}
        onFit={() => canvas()?.fit()}
      />
      <div className={styles.status}>
        <StatusLine status={status} />
      </div>
      <ToolButton
        icon="list"
        label={t("board.panel-toggle")}
        word={t("board.panel.list")}
        aria-expanded={isPanelOpen}
        className={styles.panelButton}
        onClick={onPanel}
      />
    </footer>
  );
}
