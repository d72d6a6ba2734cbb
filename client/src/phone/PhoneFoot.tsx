import type { ReactNode } from "react";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import styles from "./phone.module.css";

export function PhoneFoot({ boardLink }: { readonly boardLink: ReactNode }) {
  return (
    <footer className={styles.foot}>
      {boardLink}
      <LanguageSwitch />
    </footer>
  );
}
