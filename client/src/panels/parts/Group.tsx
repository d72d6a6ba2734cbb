import type { ReactNode } from "react";
import { classNames } from "../../ui/class-names.ts";
import styles from "./Group.module.css";

export interface GroupProps {
  /** What they have in common, for those who can't see that they stand together. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Buttons that belong together, in a row. */
export function Group({ label, className, children }: GroupProps): ReactNode {
  return (
    <fieldset className={classNames(styles.group, className)} aria-label={label}>
      {children}
    </fieldset>
  );
}
