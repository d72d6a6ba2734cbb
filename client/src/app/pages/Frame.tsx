import type { ReactNode } from "react";
import { LanguageSwitch } from "../../ui/LanguageSwitch.tsx";
import { Link } from "../Link.tsx";
import styles from "./pages.module.css";
import { Wordmark } from "./Wordmark.tsx";

/** What the pages outside a workshop have in common: the name, the language, one column. */
export function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <Link to={{ page: "start" }} className={styles.home}>
          <Wordmark />
        </Link>
        <LanguageSwitch />
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
