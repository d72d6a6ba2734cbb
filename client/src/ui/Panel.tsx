import { type ReactNode, useId } from "react";
import { IconButton } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import styles from "./Panel.module.css";

interface PanelProps {
  readonly title: ReactNode;
  /** Shown beside the title. */
  readonly aside?: ReactNode;
  /** Leave out for a panel that stays. */
  readonly onClose?: () => void;
  /** The close button's words. */
  readonly closeLabel?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A named region with a heading. */
export function Panel({ title, aside, onClose, closeLabel = "", className, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classNames(styles.panel, className)} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside}
        {onClose && <IconButton icon="close" label={closeLabel} onClick={onClose} />}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
