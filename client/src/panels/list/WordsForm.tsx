import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { type ReactNode, useState } from "react";
import { useAct } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { TextArea } from "../../ui/Field.tsx";
import { PersonalHint } from "../../ui/PersonalHint.tsx";
import { usePersonalCheck } from "../../ui/use-personal-check.ts";
import styles from "./list.module.css";

/** What comes of words that are sent. */
export interface Written {
  readonly commands: () => readonly BoardCommand[];
  /** What stays in the field, since it can't be written: nothing is lost, and one sees what to change. */
  readonly rest: string;
  /** Called once all of it is on the board. */
  readonly done?: () => void;
}

export interface WordsFormProps {
  /** Accessible name of the form, where the field's label doesn't say enough. */
  readonly name?: string;
  readonly label: string;
  readonly hint?: string;
  readonly maxLength?: number;
  readonly mayWrite: boolean;
  readonly submitLabel: (words: string) => string;
  /** null: there is nothing in these words to be sent. */
  readonly writtenOf: (words: string) => Written | null;
  /** Choices before the field. */
  readonly children?: ReactNode;
}

/** Writes words down without pointing, once the personal-data check lets them pass. Enter writes, Shift+Enter is a new line. */
export function WordsForm(props: WordsFormProps): ReactNode {
  const { name, label, hint, maxLength, mayWrite, submitLabel, writtenOf, children } = props;
  const act = useAct();
  const [words, setWords] = useState("");
  const personal = usePersonalCheck();

  const submit = () => {
    const written = writtenOf(words);
    if (!written) return;
    const commands = written.commands();
    if (!personal.passes(commands)) return;
    if (commands.length > 0 && !act(...commands)) return;
    setWords(written.rest);
    written.done?.();
  };

  return (
    <form
      className={styles.add}
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {children}
      <TextArea
        label={label}
        className={styles.paste}
        hint={hint}
        rows={Math.min(6, Math.max(1, words.split("\n").length))}
        maxLength={maxLength}
        value={words}
        disabled={!mayWrite}
        onChange={({ currentTarget }) => {
          setWords(currentTarget.value);
          personal.forget();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          submit();
        }}
      />
      <PersonalHint
        held={personal.held}
        onConfirm={() => {
          personal.confirm();
          submit();
        }}
      />
      <Button type="submit" kind="primary" icon="plus" disabled={!mayWrite || writtenOf(words) === null}>
        {submitLabel(words)}
      </Button>
    </form>
  );
}
