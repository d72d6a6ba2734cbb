import type { ReactNode } from "react";
import { useId } from "react";
import styles from "./FileButton.module.css";

export interface FileButtonProps {
  readonly label: string;
  /** As in HTML: types and endings the file chooser offers. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly onFile: (file: File) => void;
}

/** Chooses a file. A real file input under a label that looks like a button, so that the keyboard and readers know it. */
export function FileButton({ label, accept, disabled, describedBy, onFile }: FileButtonProps): ReactNode {
  const id = useId();
  return (
    <span className={styles.file}>
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept={accept}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again after something went wrong.
          currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
    </span>
  );
}
