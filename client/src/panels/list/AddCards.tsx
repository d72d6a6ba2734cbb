import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { actorId } from "@faelleskort/shared/model/ids.ts";
import { nanoid } from "nanoid";
import { type ReactNode, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useAct, useWorkshop } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { TextArea } from "../../ui/Field.tsx";
import { PersonalHint } from "../../ui/PersonalHint.tsx";
import { usePersonalCheck } from "../../ui/use-personal-check.ts";
import { pastedLines } from "./pasted-lines.ts";
import styles from "./list.module.css";

export interface AddCardsProps {
  readonly label: string;
  readonly submitLabel?: string;
  readonly mayWrite: boolean;
}

/** Writes actor cards without pointing: one name, or a pasted list with one on each line. Enter writes, Shift+Enter is a new line. */
export function AddCards({ label, mayWrite }: AddCardsProps): ReactNode {
  const t = useT();
  const act = useAct();
  const { notices } = useWorkshop();
  const [text, setText] = useState("");
  const personal = usePersonalCheck();
  const { lines, leftOut } = pastedLines(text);

  const submit = () => {
    if (lines.length === 0 && leftOut.length === 0) return;
    const commands = lines.map((name) => ({
      type: "actor.write" as const,
      id: actorId(nanoid()),
      name,
      category: null,
      wall: null,
    }));
    if (!personal.passes(commands)) return;
    if (commands.length > 0 && !act(...commands)) return;
    // What couldn't be written stays in the field: nothing is lost, and one sees what to shorten.
    setText(leftOut.join("\n"));
    if (leftOut.length > 0) {
      notices.show({
        tone: "problem",
        text: "board.toast.left-out",
        values: { count: leftOut.length, most: contentLimits.actorName },
      });
    } else if (lines.length > 1) {
      notices.show({ tone: "done", text: "board.toast.written", values: { count: lines.length } });
    }
  };

  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextArea
        label={label}
        className={styles.paste}
        hint={t("list.add.hint")}
        rows={Math.min(6, Math.max(1, text.split("\n").length))}
        value={text}
        disabled={!mayWrite}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
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
      <Button
        type="submit"
        kind="primary"
        icon="plus"
        disabled={!mayWrite || lines.length + leftOut.length === 0}
      >
        {t("list.add.several", { count: Math.max(1, lines.length) })}
      </Button>
    </form>
  );
}
