import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
} from "react";
import { classNames } from "./class-names.ts";
import styles from "./Field.module.css";

interface FieldFrame {
  readonly label: ReactNode;
  /** One line of help under the label. */
  readonly hint?: ReactNode;
  /** What is wrong, and what to do. Read aloud when it appears. */
  readonly error?: string | null | undefined;
  /** 20 px text, for phones. */
  readonly large?: boolean;
}

/** A label, its hint and its error around one input; `describedBy` ties them together. */
export function Field({
  label,
  hint,
  error,
  children,
}: FieldFrame & { readonly children: (ids: { id: string; describedBy: string | undefined }) => ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter((part) => part).join(" ");
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({ id, describedBy: described || undefined })}
      <p id={`${id}-error`} className={styles.error} role="alert" hidden={!error}>
        {error}
      </p>
    </div>
  );
}

type TextFieldProps = FieldFrame &
  Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "aria-describedby"> & {
    readonly ref?: Ref<HTMLInputElement>;
  };

export function TextField({ label, hint, error, large, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <input
          dir="auto"
          {...rest}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          className={classNames(styles.input, large && styles.large, className)}
        />
      )}
    </Field>
  );
}

type TextAreaProps = FieldFrame &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "aria-describedby"> & {
    readonly ref?: Ref<HTMLTextAreaElement>;
  };

export function TextArea({ label, hint, error, large, className, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <textarea
          dir="auto"
          {...rest}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          className={classNames(styles.input, styles.area, large && styles.large, className)}
        />
      )}
    </Field>
  );
}
