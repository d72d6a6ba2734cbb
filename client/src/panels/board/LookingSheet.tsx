import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { AreaPicture } from "@faelleskort/shared/model/stage.ts";
import { nanoid } from "nanoid";
import type { ReactNode, Ref } from "react";
import { BoardCanvas } from "../../canvas/BoardCanvas.tsx";
import type { BoardCanvasHandle, BoardCanvasProps } from "../../canvas/props.ts";
import { useT } from "../../i18n/hooks.ts";
import { sheetOf } from "../../sheets/sheets-by-id.ts";
import { useSheetPictures } from "./use-sheet-pictures.ts";

type Passed = Pick<
  BoardCanvasProps,
  "source" | "focusActor" | "peers" | "viewRequest" | "readOnly" | "pile" | "onView"
>;

export interface LookingSheetProps extends Passed {
  readonly ref: Ref<BoardCanvasHandle>;
  readonly sheet: SheetId;
  readonly picture: AreaPicture | null;
}

const nothing = () => {};
const refuse = () => false;
const newId = () => nanoid();

/** A sheet that is only looked at: nothing is written on it, and nobody is told what happens here. */
export function LookingSheet({ ref, sheet, picture, ...passed }: LookingSheetProps): ReactNode {
  const t = useT();
  return (
    <BoardCanvas
      ref={ref}
      {...passed}
      {...useSheetPictures(picture)}
      sheets={sheetOf}
      sheet={sheet}
      tool="hand"
      mayWrite={false}
      dispatch={refuse}
      onPresence={nothing}
      onOpen={nothing}
      onSelect={nothing}
      newId={newId}
      t={t}
    />
  );
}
