import styles from "./Wordmark.module.css";

/** The product's sign and name: three cards and a mark. */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true" focusable="false">
        <rect x="2" y="4" width="17" height="12" rx="2.5" className={styles.institution} />
        <rect x="15" y="12" width="17" height="12" rx="2.5" className={styles.association} />
        <rect x="4" y="19" width="17" height="12" rx="2.5" className={styles.place} />
      </svg>
      <span>Fælleskort</span>
    </span>
  );
}
