import { isMethodSheet, type SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { ReactNode } from "react";
import type { CanvasTool } from "../../canvas/tool.ts";
import { useT } from "../../i18n/hooks.ts";
import { sheetOf } from "../../sheets/sheets-by-id.ts";
import { useHistory, useWorkshop } from "../../state/hooks.ts";
import { ToolButton } from "../parts/ToolButton.tsx";
import { changesNothing } from "../../canvas/gestures/key-action.ts";
import { toolsOf, wordsOfTool } from "./tools-of.ts";
import styles from "./tools.module.css";
import { Group } from "../parts/Group.tsx";

export interface BoardToolsProps {
  readonly sheet: SheetId;
  readonly tool: CanvasTool;
  readonly mayWrite: boolean;
  readonly onTool: (tool: CanvasTool) => void;
  readonly onTidy: () => void;
  /** More that this sheet can do. */
  readonly children?: ReactNode;
}

/** What the pointer does on the sheet, and taking back. */
export function BoardTools({ sheet, tool, mayWrite, onTool, onTidy, children }: BoardToolsProps): ReactNode {
  const t = useT();
  const { history } = useWorkshop();
  const { canUndo, canRedo } = useHistory();
  const [tidied] = sheetOf(sheet).tidyOrders;
  return (
    <>
      <Group label={t("board.tools")}>
        <div className={styles.tools}>
          {toolsOf(sheet).map((option) => (
            <ToolButton
              key={option}
              icon={option}
              label={t(wordsOfTool(option).label)}
              word={t(wordsOfTool(option).short)}
              pressed={tool === option}
              disabled={!mayWrite && !changesNothing(option)}
              onClick={() => onTool(option)}
            />
          ))}
          {children}
        </div>
      </Group>
      {tidied !== undefined && (
        <ToolButton
          icon="tidy"
          label={t(`canvas.tidy-by.${tidied}`)}
          word={t("canvas.tidy-short")}
          className={isMethodSheet(sheet) ? styles.wideOnly : styles.roomOnly}
          disabled={!mayWrite}
          onClick={onTidy}
        />
      )}
      <Group label={t("board.history")}>
        <ToolButton icon="undo" label={t("board.undo")} disabled={!canUndo} onClick={() => history.undo()} />
        <ToolButton icon="redo" label={t("board.redo")} disabled={!canRedo} onClick={() => history.redo()} />
      </Group>
    </>
  );
}
