import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import { mayLock } from "@faelleskort/shared/commands/permission.ts";
import type { ReactNode } from "react";
import type { BoardCanvasHandle } from "../../canvas/props.ts";
import { colourKeyOf, type DrawingStyle } from "../../canvas/scene/drawing-style.ts";
import type { CanvasTool } from "../../canvas/tool.ts";
import { useT } from "../../i18n/hooks.ts";
import { useAct, useBoard, useRole } from "../../state/hooks.ts";
import { Group } from "../parts/Group.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";
import { changeAll, changeForm, freeSelection, type FreeSelection } from "./free-selection.ts";
import { LineForms } from "./LineForms.tsx";
import { SizeChoice } from "./SizeChoice.tsx";
import { Swatches } from "./Swatches.tsx";
import styles from "./style-bar.module.css";

export interface StyleBarProps {
  readonly refs: readonly RecordRef[];
  readonly tool: CanvasTool;
  readonly style: DrawingStyle;
  readonly mayWrite: boolean;
  readonly canvas: () => BoardCanvasHandle | null;
  readonly onStyle: (style: DrawingStyle) => void;
}

/** Colours, sizes and order of what is selected on a free sheet; or how what comes next will look. */
export function StyleBar(props: StyleBarProps): ReactNode {
  const { refs, tool, style, onStyle, mayWrite } = props;
  const role = useRole();
  const selection = useBoard(
    (board) => freeSelection(board, refs, role),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  if (selection) return <SelectionStyle {...props} selection={selection} />;
  if (tool === "select" || tool === "hand" || tool === "eraser") return null;
  return <ToolStyle {...{ tool, style, mayWrite, onStyle }} />;
}

const tintOf = { paper: "fill", colour: "line", marker: "marker" } as const;

/** How the next thing made with a tool will look. */
function ToolStyle({
  tool,
  style,
  mayWrite,
  onStyle,
}: Pick<StyleBarProps, "tool" | "style" | "mayWrite" | "onStyle">): ReactNode {
  const t = useT();
  const key = colourKeyOf(tool);
  const isShape = tool === "rectangle" || tool === "ellipse";
  return (
    <div className={styles.bar}>
      <Swatches
        label={t("free.colour")}
        tint={tintOf[key]}
        chosen={style[key]}
        disabled={!mayWrite}
        onChoose={(colour) => colour !== null && onStyle({ ...style, [key]: colour })}
      />
      {isShape && (
        <Swatches
          label={t("free.fill")}
          tint="fill"
          none
          chosen={style.fill}
          disabled={!mayWrite}
          onChoose={(fill) => onStyle({ ...style, fill })}
        />
      )}
      {tool !== "note" && tool !== "frame" && (
        <SizeChoice
          chosen={style.size}
          disabled={!mayWrite}
          onChoose={(size) => onStyle({ ...style, size })}
        />
      )}
    </div>
  );
}

/** What is chosen for what is selected, the next thing gets, too. */
function SelectionStyle({
  selection,
  style,
  mayWrite,
  canvas,
  onStyle,
}: StyleBarProps & { readonly selection: FreeSelection }): ReactNode {
  const t = useT();
  const act = useAct();
  const role = useRole();
  const { refs, isLocked, hasColour, hasFill, hasSize } = selection;
  const isPaper = selection.elements.length === 0;
  const isMarker =
    !isPaper && selection.elements.every((element) => element.kind === "stroke" && element.pen === "marker");
  const disabled = !mayWrite || !selection.mayChange;
  const arrange = (to: "front" | "back") => () => void act({ type: "free.arrange", refs: [...refs], to });
  return (
    <div className={styles.bar}>
      {hasColour && (
        <Swatches
          label={t("free.colour")}
          tint={isPaper ? "fill" : isMarker ? "marker" : "line"}
          chosen={selection.colour ?? undefined}
          disabled={disabled}
          onChoose={(colour) => {
            if (colour === null) return;
            act({ type: "free.recolour", refs: [...refs], colour });
            onStyle({ ...style, [isPaper ? "paper" : isMarker ? "marker" : "colour"]: colour });
          }}
        />
      )}
      {hasFill && (
        <Swatches
          label={t("free.fill")}
          tint="fill"
          none
          chosen={selection.fill}
          disabled={disabled}
          onChoose={(fill) => {
            act(...changeAll(selection, { fill }));
            onStyle({ ...style, fill });
          }}
        />
      )}
      {hasSize && (
        <SizeChoice
          chosen={selection.size}
          disabled={disabled}
          onChoose={(size) => {
            act(...changeAll(selection, { size }));
            onStyle({ ...style, size });
          }}
        />
      )}
      {selection.hasLine && (
        <LineForms
          chosen={selection.form}
          disabled={disabled}
          onChoose={(form) => void act(...changeForm(selection.elements, form))}
        />
      )}
      <Group label={t("free.order")}>
        <ToolButton icon="front" label={t("free.to-front")} disabled={disabled} onClick={arrange("front")} />
        <ToolButton icon="back" label={t("free.to-back")} disabled={disabled} onClick={arrange("back")} />
        {refs.length > 1 && !selection.isGrouped && (
          <ToolButton
            icon="group"
            label={t("free.group")}
            disabled={disabled}
            onClick={() => canvas()?.group()}
          />
        )}
        {selection.isGrouped && (
          <ToolButton
            icon="ungroup"
            label={t("free.ungroup")}
            disabled={disabled}
            onClick={() => canvas()?.ungroup()}
          />
        )}
        {mayLock(role) && (
          <ToolButton
            icon={isLocked ? "unlock" : "lock"}
            label={t(isLocked ? "free.unlock" : "free.lock")}
            pressed={isLocked}
            disabled={!mayWrite}
            onClick={() => void act({ type: "free.lock", refs: [...refs], locked: !isLocked })}
          />
        )}
        <ToolButton
          icon="trash"
          label={t("free.delete")}
          disabled={disabled || isLocked}
          onClick={() => canvas()?.deleteSelection()}
        />
      </Group>
      {isLocked && !mayLock(role) && <span className={styles.locked}>{t("free.locked")}</span>}
    </div>
  );
}
