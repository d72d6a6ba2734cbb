import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { classNames } from "../../ui/class-names.ts";
import styles from "./ToolButton.module.css";
import { ToolIcon, type ToolIconName } from "./ToolIcon.tsx";

export interface ToolButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  readonly icon: ToolIconName;
  /** What it does: the accessible name, and shown when pointed at. */
  readonly label: string;
  /** A short word under the picture, where there is room. */
  readonly word?: string;
  /** A switch that is on or off. */
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A tool: a picture, and a word where there is room for it. At least 44 px each way. */
export function ToolButton({ icon, label, word, pressed, className, ...rest }: ToolButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.tool, className)}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
    >
      <ToolIcon name={icon} />
      {word !== undefined && (
        <span className={styles.word} aria-hidden="true">
          {word}
        </span>
      )}
    </button>
  );
}
