import type { BoardCommand, RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { PriorityField } from "@faelleskort/shared/method/fields.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { nanoid } from "nanoid";
import { type ReactNode, type Ref, useCallback } from "react";
import { BoardCanvas } from "../../canvas/BoardCanvas.tsx";
import type {
  BoardCanvasHandle,
  CanvasMenu,
  CanvasPile,
  CanvasPoint,
  CanvasPresence,
  CanvasView,
  PasteOutcome,
  TextFieldProps,
  ViewRequest,
} from "../../canvas/props.ts";
import type { DrawingStyle } from "../../canvas/scene/drawing-style.ts";
import type { CanvasTool } from "../../canvas/tool.ts";
import { useT } from "../../i18n/hooks.ts";
import { useAct, useWorkshop } from "../../state/hooks.ts";
import { pileKey } from "../../sheets/priority-cards.ts";
import { sheetOf } from "../../sheets/sheets-by-id.ts";
import { PersonalHint } from "../../ui/PersonalHint.tsx";
import { CardText } from "./CardText.tsx";
import { sentItem } from "./drag-presence.ts";
import { useCanvasPeers } from "./use-canvas-peers.ts";
import { useSheetPictures } from "./use-sheet-pictures.ts";

export interface BoardSheetProps {
  readonly ref: Ref<BoardCanvasHandle>;
  readonly stage: Stage;
  readonly sheet: SheetId;
  readonly tool: CanvasTool;
  readonly style: DrawingStyle;
  readonly onPictures: (files: readonly File[], at: CanvasPoint) => void;
  readonly onPictureFrom: (url: string, at: CanvasPoint) => void;
  readonly mayWrite: boolean;
  readonly viewRequest: ViewRequest | null;
  readonly onOpen: (ref: RecordRef) => void;
  readonly onSelect: (refs: readonly RecordRef[]) => void;
  readonly onView: (view: CanvasView, byHand: boolean) => void;
  readonly onToolUsed: () => void;
  readonly onTool: (tool: CanvasTool) => void;
  readonly onMenu: (menu: CanvasMenu) => void;
  readonly onPile: (pile: CanvasPile | null) => void;
  /** The pile that somebody who is followed has spread out. */
  readonly pile: PriorityField | null;
  readonly singleKeys: boolean;
}

const newId = () => nanoid();
const writeText = (field: TextFieldProps) => <CardText {...field} />;

/** The canvas, joined to the workshop: what it shows, what it writes, what it tells the others. */
export function BoardSheet(props: BoardSheetProps): ReactNode {
  const { ref, stage, sheet, tool, mayWrite, viewRequest, onOpen, onSelect, onView, onToolUsed } = props;
  const { onTool, onMenu, onPile, pile, singleKeys, style, onPictures, onPictureFrom } = props;
  const t = useT();
  const act = useAct();
  const { visible, presence, notices, privacy, withheld } = useWorkshop();
  const peers = useCanvasPeers();
  const pictures = useSheetPictures(stage.picture);
  const dispatch = useCallback((commands: readonly BoardCommand[]) => act(...commands), [act]);
  const objectionTo = useCallback(
    (commands: readonly BoardCommand[], retry: () => void) => {
      const objection = privacy.objectionTo(commands);
      if (!objection) return null;
      const confirm = () => {
        privacy.confirm(objection);
        retry();
      };
      return <PersonalHint held={{ kind: "objection", objection }} onConfirm={confirm} />;
    },
    [privacy],
  );
  const tellHeld = useCallback(
    (isHeld: boolean) => {
      if (isHeld) withheld.hold("new");
      else withheld.drop("new");
    },
    [withheld],
  );
  const tellPresence = useCallback(
    ({ cursor, drag }: CanvasPresence) =>
      presence.set({ cursor: cursor && { x: cursor.x, y: cursor.y }, drag: drag?.items.map(sentItem) ?? [] }),
    [presence],
  );
  const tellPasted = useCallback(
    ({ written, leftOut, asOneNote }: PasteOutcome) => {
      if (leftOut.length > 0) {
        notices.show({ tone: "problem", text: "board.toast.left-out", values: { count: leftOut.length } });
      } else {
        notices.show({
          tone: "done",
          text: "board.toast.written",
          values: { count: written },
          ...(asOneNote && { action: { label: "canvas.as-one-note", run: asOneNote } }),
        });
      }
    },
    [notices],
  );
  return (
    <BoardCanvas
      ref={ref}
      sheets={sheetOf}
      sheet={sheet}
      source={visible}
      {...pictures}
      tool={tool}
      style={style}
      onPictures={onPictures}
      onPictureFrom={onPictureFrom}
      mayWrite={mayWrite}
      focusActor={stage.focus}
      peers={peers}
      dispatch={dispatch}
      writeText={writeText}
      objectionTo={objectionTo}
      onHeld={tellHeld}
      onPresence={tellPresence}
      onOpen={onOpen}
      onSelect={onSelect}
      viewRequest={viewRequest}
      onView={onView}
      onToolUsed={onToolUsed}
      minimap
      onTool={onTool}
      onMenu={onMenu}
      onPile={onPile}
      pile={pile && pileKey(pile)}
      singleKeys={singleKeys}
      onPasted={tellPasted}
      newId={newId}
      t={t}
    />
  );
}
