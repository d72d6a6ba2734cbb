import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { elementId, noteId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { FreeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { nanoid } from "nanoid";
import { type ReactNode, useId, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useAct, useWorkshop } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { TextArea } from "../../ui/Field.tsx";
import { PersonalHint } from "../../ui/PersonalHint.tsx";
import { usePersonalCheck } from "../../ui/use-personal-check.ts";
import { freePlace } from "./free-place.ts";
import styles from "./list.module.css";

const kinds = ["note", "text"] as const;
/** In board units: about forty letters in a line. */
const textBox = { width: 360, height: 32 } as const;

export interface AddFreeTextProps {
  readonly sheet: FreeSheetId;
  readonly mayWrite: boolean;
}

/** Writes a note or a text on a free sheet without pointing: it takes a free place in view. Enter writes, Shift+Enter is a new line. */
export function AddFreeText({ sheet, mayWrite }: AddFreeTextProps): ReactNode {
  const t = useT();
  const act = useAct();
  const name = useId();
  const { presence, visible } = useWorkshop();
  const [kind, setKind] = useState<(typeof kinds)[number]>("note");
  const [words, setWords] = useState("");
  const personal = usePersonalCheck();
  const text = words.trim();

  const submit = () => {
    if (text === "") return;
    const { view } = presence.own.get();
    const { x, y } = freePlace(visible.get(), sheet, view ?? null);
    const command: BoardCommand =
      kind === "note"
        ? { type: "note.add", id: noteId(nanoid()), sheet, text, position: { x, y, z: 0 } }
        : {
            type: "element.add",
            element: {
              kind: "text",
              id: elementId(nanoid()),
              sheet,
              text,
              box: { x, y, ...textBox },
              colour: "ink",
              size: "m",
            },
          };
    if (personal.passes([command]) && act(command)) setWords("");
  };

  return (
    <form
      className={styles.add}
      aria-label={t("free-list.add")}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset className={styles.kinds} disabled={!mayWrite}>
        <legend className={styles.label}>{t("free-list.add-kind")}</legend>
        {kinds.map((option) => (
          <label key={option} className={styles.kind}>
            <input type="radio" name={name} checked={kind === option} onChange={() => setKind(option)} />
            {t(`free-list.kind.${option}`)}
          </label>
        ))}
      </fieldset>
      <TextArea
        label={t("free-list.add-text")}
        className={styles.paste}
        rows={Math.min(6, words.split("\n").length)}
        maxLength={contentLimits.note}
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
      <Button type="submit" kind="primary" icon="plus" disabled={!mayWrite || text === ""}>
        {t("free-list.add-submit")}
      </Button>
    </form>
  );
}
