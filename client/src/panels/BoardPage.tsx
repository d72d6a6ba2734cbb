import type { ReactNode } from "react";
import { useT } from "../i18n/hooks.ts";
import { useStage } from "../state/hooks.ts";
import { Board } from "./board/Board.tsx";
import styles from "./board/board.module.css";

export interface BoardPageProps {
  /** With the panel open that hands out the invitations. */
  readonly openShare: boolean;
}

/** The board of a workshop with everything around it. */
export function BoardPage({ openShare }: BoardPageProps): ReactNode {
  const t = useT();
  const stage = useStage();
  if (!stage) {
    return (
      <main className={styles.waiting} aria-busy="true">
        <p>{t("board.loading")}</p>
      </main>
    );
  }
  return <Board stage={stage} openShare={openShare} />;
}
