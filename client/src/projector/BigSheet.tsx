import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import { nanoid } from "nanoid";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { BoardCanvas } from "../canvas/BoardCanvas.tsx";
import type { BoardCanvasHandle } from "../canvas/props.ts";
import { useT } from "../i18n/hooks.ts";
import type { ViewCall } from "../panels/follow/follow.ts";
import { useMe, useWorkshop } from "../state/hooks.ts";
import { pileKey } from "../sheets/priority-cards.ts";
import { sheetOf } from "../sheets/sheets-by-id.ts";
import { useSelected } from "../state/use-source.ts";
import { facilitatorFan } from "./facilitator-sheet.ts";
import { scaledView, sheetOn } from "./scaled-view.ts";
import styles from "./projector.module.css";
import { useNamelessPeers } from "./use-nameless-peers.ts";

export interface BigSheetProps {
  readonly stage: Stage;
  readonly sheet: SheetId;
  /** Where the facilitator called everyone; null = all of the sheet. */
  readonly view: ViewCall | null;
}

/** Ms after a change until the whole sheet is fitted again: not at every letter. */
const restMs = 600;
const nothing = () => {};

/** The sheet, filling the screen. It keeps showing everything as cards come, unless the facilitator pointed somewhere. */
export function BigSheet({ stage, sheet, view }: BigSheetProps): ReactNode {
  const t = useT();
  const { workshopId } = useMe();
  const { board } = useWorkshop();
  const peers = useNamelessPeers();
  const fanned = useSelected(useWorkshop().presence.peers, facilitatorFan);
  const canvas = useRef<BoardCanvasHandle>(null);
  const { picture } = stage;
  const shownPicture = useMemo(
    () =>
      picture && {
        url: api.pictureFile(workshopId, picture.id),
        width: picture.width,
        height: picture.height,
      },
    [workshopId, picture],
  );
  const request = useMemo(() => {
    const { innerWidth: width, innerHeight: height } = window;
    return view && scaledView(view, sheetOn({ width, height }));
  }, [view]);

  const { width, height } = shownPicture ?? { width: 0, height: 0 };
  useEffect(() => {
    if (view) return undefined;
    let timer = window.setTimeout(() => canvas.current?.fit(), restMs);
    const stop = board.subscribe(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => canvas.current?.fit(), restMs);
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
    // Another sheet or another picture is another whole.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [board, view, sheet, width, height]);

  return (
    <div className={styles.sheet}>
      <BoardCanvas
        ref={canvas}
        sheets={sheetOf}
        sheet={sheet}
        source={board}
        picture={shownPicture}
        tool="hand"
        mayWrite={false}
        readOnly
        focusActor={stage.focus}
        peers={peers}
        dispatch={nothing}
        onPresence={nothing}
        onOpen={nothing}
        onSelect={nothing}
        viewRequest={request}
        pile={fanned && pileKey(fanned)}
        newId={() => nanoid()}
        t={t}
      />
    </div>
  );
}
