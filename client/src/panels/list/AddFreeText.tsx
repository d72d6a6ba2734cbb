import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { elementId, noteId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { FreeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { nanoid } from "nanoid";
import { type ReactNode, useId, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useWorkshop } from "../../state/hooks.ts";
import { freePlace } from "./free-place.ts";
import styles from "./list.module.css";
import { WordsForm } from "./WordsForm.tsx";

const kinds = ["note", "text"] as const;
/** In board units: about forty letters in a line. */
const textBox = { width: 360, height: 32 } as const;

export interface AddFreeTextProps {
  readonly sheet: FreeSheetId;
  readonly mayWrite: boolean;
}

/** Writes a note or a text on a free sheet without pointing: it takes a free place in view. */
export function AddFreeText({ sheet, mayWrite }: AddFreeTextProps): ReactNode {
  const t = useT();
  const name = useId();
  const { presence, visible } = useWorkshop();
  const [kind, setKind] = useState<(typeof kinds)[number]>("note");

  const commandOf = (text: string): BoardCommand => {
    const { view } = presence.own.get();
    const { x, y } = freePlace(visible.get(), sheet, view ?? null);
    if (kind === "note") {
      return { type: "note.add", id: noteId(nanoid()), sheet, text, position: { x, y, z: 0 } };
    }
    const box = { x, y, ...textBox };
    const id = elementId(nanoid());
    return { type: "element.add", element: { kind, id, sheet, text, box, colour: "ink", size: "m" } };
  };

  return (
    <WordsForm
      name={t("free-list.add")}
      label={t("free-list.add-text")}
      maxLength={contentLimits.note}
      mayWrite={mayWrite}
      submitLabel={() => t("free-list.add-submit")}
      writtenOf={(words) => {
        const text = words.trim();
        return text === "" ? null : { commands: () => [commandOf(text)], rest: "" };
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
    </WordsForm>
  );
}
