import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import { nanoid } from "nanoid";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { BoardCanvas } from "../../canvas/BoardCanvas.tsx";
import type { BoardCanvasHandle, CanvasPeer } from "../../canvas/props.ts";
import { useT } from "../../i18n/hooks.ts";
import { cell } from "../../session/source.ts";
import { sheetOf } from "../../sheets/sheets-by-id.ts";
import { useMe } from "../../state/hooks.ts";
import { ZoomTools } from "../tools/ZoomTools.tsx";
import styles from "./history.module.css";
import type { OpenVersion } from "./use-versions.ts";

const nothing = () => {};

/** A sheet as it was: one can move about in it and copy from it, and nothing else. */
export function VersionCanvas({
  opened,
  sheet,
}: {
  readonly opened: OpenVersion;
  readonly sheet: SheetId;
}): ReactNode {
  const t = useT();
  const { workshopId } = useMe();
  const canvas = useRef<BoardCanvasHandle>(null);
  const { board, picture } = opened;
  const source = useMemo(() => cell(board), [board]);
  const [nobody] = useState(() => cell<readonly CanvasPeer[]>([]));
  const [zoom] = useState(() => cell(1));
  const shownPicture = useMemo(
    () =>
      picture && {
        url: api.pictureFile(workshopId, picture.id),
        width: picture.width,
        height: picture.height,
      },
    [workshopId, picture],
  );
  return (
    <>
      <div className={styles.canvas}>
        <BoardCanvas
          ref={canvas}
          sheets={sheetOf}
          sheet={sheet}
          source={source}
          picture={shownPicture}
          pictureUrl={(id) => api.pictureFile(workshopId, id)}
          tool="hand"
          mayWrite={false}
          focusActor={null}
          peers={nobody}
          dispatch={nothing}
          onPresence={nothing}
          onOpen={nothing}
          onSelect={nothing}
          viewRequest={null}
          onView={(view) => zoom.set(view.zoom)}
          newId={() => nanoid()}
          t={t}
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
