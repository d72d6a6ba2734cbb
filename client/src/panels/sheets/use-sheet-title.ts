import { isMethodSheet, type SheetId } from "@faelleskort/shared/model/sheet.ts";
import { useCallback } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useStage } from "../../state/hooks.ts";

/** What a sheet is called: the method's by the reader's language, a free one by the facilitator. */
export function useSheetTitle(): (sheet: SheetId) => string {
  const t = useT();
  const freeSheets = useStage()?.freeSheets;
  return useCallback(
    (sheet) =>
      isMethodSheet(sheet)
        ? t(`sheet.${sheet}`)
        : (freeSheets?.find(({ id }) => id === sheet)?.title ?? t("free-list.sheet")),
    [t, freeSheets],
  );
}
