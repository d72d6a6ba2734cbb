import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { BoardCanvasHandle } from "../canvas/props.ts";
import { LookingSheet } from "../panels/board/LookingSheet.tsx";
import type { ViewCall } from "../panels/follow/follow.ts";
import { useWorkshop } from "../state/hooks.ts";
import { pileKey } from "../sheets/priority-cards.ts";
import { useSelected } from "../state/use-source.ts";
import { facilitatorFan, shownToAll } from "./facilitator-sheet.ts";
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

/** The sheet, filling the screen. It keeps showing everything as cards come, unless the facilitator pointed somewhere. */
export function BigSheet({ stage, sheet, view }: BigSheetProps): ReactNode {
  const { board, presence } = useWorkshop();
  const peers = useNamelessPeers();
  const fanned = useSelected(presence.peers, facilitatorFan);
  const canvas = useRef<BoardCanvasHandle>(null);
  const { picture } = stage;
  const { summons } = stage;
  const request = useMemo(() => view && shownToAll(view, summons), [view, summons]);
  const { width, height } = picture ?? { width: 0, height: 0 };
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
      <LookingSheet
        ref={canvas}
        sheet={sheet}
        source={board}
        picture={picture}
        readOnly
        focusActor={stage.focus}
        peers={peers}
        viewRequest={request}
        pile={fanned && pileKey(fanned)}
      />
    </div>
  );
}
