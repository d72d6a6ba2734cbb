import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import type { Source } from "../../session/source.ts";
import { useSource } from "../../state/use-source.ts";
import { ToolButton } from "../parts/ToolButton.tsx";
import styles from "./tools.module.css";
import { Group } from "../parts/Group.tsx";

export interface ZoomToolsProps {
  /** 1 = 100 %. Changes many times a second while somebody zooms. */
  readonly zoom: Source<number>;
  readonly onZoomIn: () => void;
  readonly onZoomOut: () => void;
  readonly onZoomTo100: () => void;
  readonly onFit: () => void;
}

/** How near one is to the sheet. */
export function ZoomTools({ zoom, onZoomIn, onZoomOut, onZoomTo100, onFit }: ZoomToolsProps): ReactNode {
  const t = useT();
  const shown = useSource(zoom);
  return (
    <Group label={t("board.zoom")}>
      <ToolButton icon="minus" label={t("board.zoom-out")} className={styles.wideOnly} onClick={onZoomOut} />
      <button
        type="button"
        className={styles.percent}
        aria-label={t("board.zoom-to-100")}
        title={t("board.zoom-to-100")}
        onClick={onZoomTo100}
      >
        {t("board.zoom-percent", { percent: Math.round(shown * 100) })}
      </button>
      <ToolButton icon="plus" label={t("board.zoom-in")} className={styles.wideOnly} onClick={onZoomIn} />
      <ToolButton icon="fit" label={t("board.fit")} onClick={onFit} />
    </Group>
  );
}
