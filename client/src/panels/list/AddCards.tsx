import { actorId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { nanoid } from "nanoid";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useWorkshop } from "../../state/hooks.ts";
import { pastedLines } from "./pasted-lines.ts";
import { WordsForm, type Written } from "./WordsForm.tsx";

export interface AddCardsProps {
  readonly label: string;
  readonly mayWrite: boolean;
}

/** Writes actor cards without pointing: one name, or a pasted list with one on each line. */
export function AddCards({ label, mayWrite }: AddCardsProps): ReactNode {
  const t = useT();
  const { notices } = useWorkshop();

  const writtenOf = (words: string): Written | null => {
    const { lines, leftOut } = pastedLines(words);
    if (lines.length + leftOut.length === 0) return null;
    return {
      commands: () =>
        lines.map((name) => ({
          type: "actor.write",
          id: actorId(nanoid()),
          name,
          category: null,
          wall: null,
        })),
      rest: leftOut.join("\n"),
      done() {
        if (leftOut.length > 0) {
          notices.show({
            tone: "problem",
            text: "board.toast.left-out",
            values: { count: leftOut.length, most: contentLimits.actorName },
          });
        } else if (lines.length > 1) {
          notices.show({ tone: "done", text: "board.toast.written", values: { count: lines.length } });
        }
      },
    };
  };

  return (
    <WordsForm
      label={label}
      hint={t("list.add.hint")}
      mayWrite={mayWrite}
      submitLabel={(words) => t("list.add.several", { count: Math.max(1, pastedLines(words).lines.length) })}
      writtenOf={writtenOf}
    />
  );
}
