import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import { type ReactNode, useMemo, useRef, useState } from "react";
import type { BoardCanvasHandle, CanvasPeer } from "../../canvas/props.ts";
import { cell } from "../../session/source.ts";
import { LookingSheet } from "../board/LookingSheet.tsx";
import { ZoomTools } from "../tools/ZoomTools.tsx";
import styles from "./history.module.css";
import type { OpenVersion } from "./use-versions.ts";

/** A sheet as it was: one can move about in it and copy from it, and nothing else. */
export function VersionCanvas({
  opened,
  sheet,
}: {
  readonly opened: OpenVersion;
  readonly sheet: SheetId;
}): ReactNode {
  const canvas = useRef<BoardCanvasHandle>(null);
  const { board, picture } = opened;
  const source = useMemo(() => cell(board), [board]);
  const [nobody] = useState(() => cell<readonly CanvasPeer[]>([]));
  const [zoom] = useState(() => cell(1));
  return (
    <>
      <div className={styles.canvas}>
        <LookingSheet
          ref={canvas}
          sheet={sheet}
          source={source}
          picture={picture}
          focusActor={null}
          peers={nobody}
          viewRequest={null}
          onView={(view) => zoom.set(view.zoom)}
        />
      </div>
      <ZoomTools
        zoom={zoom}
        onZoomIn={() => canvas.current?.zoomIn()}
        onZoomOut={() => canvas.current?.zoomOut()}
        onZoomTo100={() => canvas.current?.zoomTo100()}
        onFit={() => canvas.current?.fit()}
      />
    </>
  );
}
