import type { ReactNode } from "react";
import { useT } from "../i18n/hooks.ts";
import { useStage } from "../state/hooks.ts";
import { BigScreen } from "./BigScreen.tsx";
import styles from "./projector.module.css";

/** The workshop on a big screen: only to be looked at, large, where the facilitator is. */
export function ProjectorPage(): ReactNode {
  const t = useT();
  const stage = useStage();
  if (!stage) {
    return (
      <main className={styles.waiting} aria-busy="true">
        <p>{t("common.loading")}</p>
      </main>
    );
  }
  return <BigScreen stage={stage} />;
}
