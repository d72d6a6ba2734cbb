import type { PictureId } from "@faelleskort/shared/model/ids.ts";
import type { AreaPicture } from "@faelleskort/shared/model/stage.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import { useCallback, useMemo } from "react";
import type { BoardCanvasProps } from "../../canvas/props.ts";
import { useMe } from "../../state/hooks.ts";

/** Where a canvas has its pictures from: the area's own, and those that lie on free sheets. */
export function useSheetPictures(
  picture: AreaPicture | null,
): Pick<BoardCanvasProps, "picture"> & Required<Pick<BoardCanvasProps, "pictureUrl">> {
  const { workshopId } = useMe();
  const shown = useMemo(
    () =>
      picture && {
        url: api.pictureFile(workshopId, picture.id),
        width: picture.width,
        height: picture.height,
      },
    [workshopId, picture],
  );
  const pictureUrl = useCallback((id: PictureId) => api.pictureFile(workshopId, id), [workshopId]);
  return { picture: shown, pictureUrl };
}
