import { isMethodSheet, type SheetId } from "@faelleskort/shared/model/sheet.ts";
import { nanoid } from "nanoid";
import { useCallback } from "react";
import type { CanvasPoint } from "../../canvas/props.ts";
import { rethrow } from "../../session/rethrow.ts";
import { useAct, useMe, useWorkshop } from "../../state/hooks.ts";
import { openPictureFile } from "../picture/prepare-picture.ts";
import { putPicture } from "./put-picture.ts";

/** Pixels on the longest side that a picture on a sheet is kept with: sharp at three times its size there. */
const longest = 1600;
/** Several pictures at once lie like a fanned-out deck, world units apart. */
const apart = 40;

export interface Pictures {
  /** Takes pictures from files onto a free sheet: made smaller, stored, then put with their middle at a point (world). */
  readonly put: (files: readonly File[], at: CanvasPoint) => void;
  /** The same with a picture of another workshop, which this person may see, too. */
  readonly putFrom: (url: string, at: CanvasPoint) => void;
}

export function usePictures(sheet: SheetId): Pictures {
  const { session, notices, board } = useWorkshop();
  const { workshopId } = useMe();
  const act = useAct();
  const put = useCallback(
    (files: readonly File[], at: CanvasPoint) => {
      if (isMethodSheet(sheet)) return;
      const take = async (file: File, place: CanvasPoint): Promise<void> => {
        const opened = await openPictureFile(file, longest);
        const problem = !opened.ok ? opened.error : opened.value.kind === "pdf" ? "not-a-picture" : null;
        if (problem) return notices.show({ tone: "problem", text: `share.picture-problem.${problem}` });
        if (!opened.ok || opened.value.kind === "pdf") return;
        notices.show({ tone: "done", text: "free.picture-sending", brief: true });
        const stored = await session.api.addPicture(workshopId, opened.value.blob);
        if (!stored.ok) {
          const { error } = stored;
          return notices.show({
            tone: "problem",
            text: error.kind === "unreachable" ? "free.picture-no-connection" : `errors.${error.kind}`,
            ...(error.kind === "problem" && { sentence: error.sentence }),
          });
        }
        act(putPicture(board.get(), sheet, stored.value.picture, place, nanoid()));
      };
      const takeAll = async () => {
        for (const [index, file] of files.entries()) {
          await take(file, { x: at.x + index * apart, y: at.y + index * apart });
        }
      };
      takeAll().catch(rethrow);
    },
    [sheet, session, notices, board, workshopId, act],
  );
  const putFrom = useCallback(
    (url: string, at: CanvasPoint) => {
      const copy = async () => {
        const file = await fetchFile(url);
        if (file) put([file], at);
        else notices.show({ tone: "problem", text: "free.picture-unreachable" });
      };
      copy().catch(rethrow);
    },
    [put, notices],
  );
  return { put, putFrom };
}

/** null when it can't be had: no connection, or not for this person. */
async function fetchFile(url: string): Promise<File | null> {
  try {
    const response = await fetch(url);
    if (!response.ok) return null;
    const blob = await response.blob();
    return new File([blob], "picture", { type: blob.type });
  } catch {
    // That is how fetch says that there is no connection.
    return null;
  }
}
