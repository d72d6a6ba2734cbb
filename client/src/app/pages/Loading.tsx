import { useT } from "../../i18n/hooks.ts";
import styles from "./pages.module.css";

/** Shown while a page's parts are on their way. Quick arrivals never see it: it fades in late. */
export function Loading() {
  const t = useT();
  return (
    <main className={styles.waiting} aria-busy="true">
      <p>{t("common.loading")}</p>
    </main>
  );
}
