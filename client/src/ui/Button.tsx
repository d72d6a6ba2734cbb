import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./Button.module.css";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./Icon.tsx";

/** `primary`: the one thing to do here. `secondary`: beside it. `quiet`: no edge until pointed at. `danger`: takes something away. */
export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  readonly kind?: ButtonKind;
  readonly size?: "small" | "medium" | "large";
  readonly icon?: IconName;
  /** Something is under way: can't be pressed again, and says so. */
  readonly busy?: boolean;
  /** A switch that is on or off. */
  readonly pressed?: boolean;
  readonly wide?: boolean;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const {
    kind = "secondary",
    size = "medium",
    icon,
    busy,
    pressed,
    wide,
    children,
    className,
    ...rest
  } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-pressed={pressed}
      disabled={rest.disabled || busy}
      className={classNames(styles.button, styles[kind], styles[size], wide && styles.wide, className)}
    >
      {icon && <Icon name={icon} size={size === "large" ? 24 : 20} />}
      <span>{children}</span>
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  readonly icon: IconName;
  /** What it does, in words: read aloud and shown when pointed at. */
  readonly label: string;
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A square button with only a picture, for tools everybody knows. */
export function IconButton({ icon, label, pressed, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      className={classNames(styles.button, styles.quiet, styles.square, className)}
    >
      <Icon name={icon} />
    </button>
  );
}
