import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { isMethodSheet, type SheetId, sheetIds } from "@faelleskort/shared/model/sheet.ts";
import type { VersionInfo } from "@faelleskort/shared/model/version.ts";
import type { VersionId } from "@faelleskort/shared/model/version-id.ts";
import { type ReactNode, useState } from "react";
import { useLocale, useT } from "../../i18n/hooks.ts";
import { useRole, useWorkshop } from "../../state/hooks.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { TwoStep } from "../parts/TwoStep.tsx";
import { HappenedSince } from "./HappenedSince.tsx";
import styles from "./history.module.css";
import { type OpenVersion, useRestore, useVersion } from "./use-versions.ts";
import { VersionCanvas } from "./VersionCanvas.tsx";
import { VersionList } from "./VersionList.tsx";
import { versionTime, versionTitle } from "./version-words.ts";

const views = ["board", "list", "since"] as const;
type View = (typeof views)[number];

export interface VersionDialogProps {
  readonly id: VersionId;
  /** Newest first. */
  readonly versions: readonly VersionInfo[];
  readonly stage: Stage;
  /** Shown first. */
  readonly sheet: SheetId;
  readonly onClose: () => void;
}

/** One version, to look at: its sheets, its lists, what has happened since. Facilitators bring it back from here. */
export function VersionDialog({ id, versions, stage, sheet, onClose }: VersionDialogProps): ReactNode {
  const t = useT();
  const locale = useLocale();
  const isFacilitator = useRole() === "facilitator";
  const { session } = useWorkshop();
  const restore = useRestore();
  const found = useVersion(id);
  const info = versions.find((version) => version.id === id);
  const title = info === undefined ? t("history.heading") : versionTitle(t, stage.steps, info);
  const time = info === undefined ? "" : versionTime(locale, info.createdAt, session.clock.now());
  return (
    <Dialog
      title={
        <span dir="auto">
          {title} <span className={styles.quiet}>{time}</span>
        </span>
      }
      kind="full"
      onClose={onClose}
      closeLabel={t("common.close")}
      actions={
        isFacilitator && found.state === "ready" ? (
          <TwoStep
            label={t("history.restore")}
            warning={t("history.restore-warning")}
            confirm={t("history.restore-confirm")}
            onConfirm={async () => {
              if (await restore(id)) onClose();
            }}
          />
        ) : (
          <p className={styles.hint}>{t("history.look-only")}</p>
        )
      }
    >
      {found.state === "loading" && <p aria-busy="true">{t("common.loading")}</p>}
      {found.state === "failed" && (
        <p role="alert">
          {found.error.kind === "problem" ? found.error.sentence : t(`errors.${found.error.kind}`)}
        </p>
      )}
      {found.state === "ready" && (
        <Looking opened={found.value} versions={versions} stage={stage} first={sheet} />
      )}
    </Dialog>
  );
}

interface LookingProps extends Pick<VersionDialogProps, "versions" | "stage"> {
  readonly opened: OpenVersion;
  readonly first: SheetId;
}

/** Undo is about the board behind, which one doesn't see from here. */
function withoutUndo(element: HTMLElement | null): (() => void) | undefined {
  const still = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && ["z", "y"].includes(event.key.toLowerCase()))
      event.preventDefault();
  };
  element?.addEventListener("keydown", still);
  return () => element?.removeEventListener("keydown", still);
}

function Looking({ opened, versions, stage, first }: LookingProps): ReactNode {
  const t = useT();
  const [view, setView] = useState<View>("board");
  const hasFirst = isMethodSheet(first) || opened.freeSheets.some(({ id }) => id === first);
  const [sheet, setSheet] = useState<SheetId>(hasFirst ? first : "wall");
  const sheets: readonly { readonly id: SheetId; readonly label: string }[] = [
    ...sheetIds.map((id) => ({ id, label: t(`sheet.${id}`) })),
    ...opened.freeSheets.map(({ id, title }) => ({ id, label: title })),
  ];
  return (
    <div ref={withoutUndo} className={styles.looking}>
      <Tabs
        label={t("history.views")}
        tabs={views.map((one) => ({ id: one, label: t(`history.view.${one}`) }))}
        chosen={view}
        onChoose={setView}
      />
      {view !== "since" && (
        <Tabs label={t("board.sheets")} tabs={sheets} chosen={sheet} onChoose={setSheet} />
      )}
      <div className={styles.view}>
        {view === "board" && <VersionCanvas opened={opened} sheet={sheet} />}
        {view === "list" && <VersionList board={opened.board} sheet={sheet} />}
        {view === "since" && <HappenedSince opened={opened} versions={versions} stage={stage} />}
      </div>
    </div>
  );
}
