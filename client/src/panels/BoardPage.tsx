import { type ReactNode, useEffect } from "react";
import { useT } from "../i18n/hooks.ts";
import { useStage } from "../state/hooks.ts";
import { Board } from "./board/Board.tsx";
import { fetchTheRest } from "./board/later.tsx";
import styles from "./board/board.module.css";

export interface BoardPageProps {
  /** With the panel open that hands out the invitations. */
  readonly openShare: boolean;
}

/** How long the board has the connection for itself, ms. */
const restAfter = 1500;

/** The board of a workshop with everything around it. */
export function BoardPage({ openShare }: BoardPageProps): ReactNode {
  const t = useT();
  const stage = useStage();
  useEffect(() => {
    const timer = window.setTimeout(() => void fetchTheRest(), restAfter);
    return () => window.clearTimeout(timer);
  }, []);
  if (!stage) {
    return (
      <main className={styles.waiting} aria-busy="true">
        <p>{t("board.loading")}</p>
      </main>
    );
  }
  return <Board stage={stage} openShare={openShare} />;
}
