import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { ReactNode } from "react";
import type { CanvasTool } from "../../canvas/tool.ts";
import { useT } from "../../i18n/hooks.ts";
import { useHistory, useWorkshop } from "../../state/hooks.ts";
import { ToolButton } from "../parts/ToolButton.tsx";
import { toolsOf } from "./tools-of.ts";
import styles from "./tools.module.css";
import { Group } from "../parts/Group.tsx";

export interface BoardToolsProps {
  readonly sheet: SheetId;
  readonly tool: CanvasTool;
  readonly mayWrite: boolean;
  readonly onTool: (tool: CanvasTool) => void;
  readonly onTidy: () => void;
}

/** What the pointer does on the sheet, and taking back. */
export function BoardTools({ sheet, tool, mayWrite, onTool, onTidy }: BoardToolsProps): ReactNode {
  const t = useT();
  const { history } = useWorkshop();
  const { canUndo, canRedo } = useHistory();
  return (
    <>
      <Group label={t("board.tools")}>
        {toolsOf(sheet).map((option) => (
          <ToolButton
            key={option}
            icon={option}
            label={t(`board.tool.${option}`)}
            word={t(`board.tool-short.${option}`)}
            pressed={tool === option}
            disabled={!mayWrite && option !== "select" && option !== "hand"}
            onClick={() => onTool(option)}
          />
        ))}
      </Group>
      {sheet === "wall" && (
        <ToolButton
          icon="tidy"
          label={t("canvas.tidy-all")}
          word={t("canvas.tidy-short")}
          className={styles.wideOnly}
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
