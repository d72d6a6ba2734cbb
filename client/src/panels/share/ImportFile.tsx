import { bodyLimits } from "@faelleskort/shared/protocol/http.ts";
import { type ReactNode, useId, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useBoard, useWorkshop } from "../../state/hooks.ts";
import { FileButton } from "../parts/FileButton.tsx";
import styles from "./share.module.css";

type Importing =
  | { readonly state: "idle" | "working" | "too-large" }
  | { readonly state: "done"; readonly actors: number; readonly marks: number }
  | { readonly state: "failed"; readonly text: string };

/** Puts a saved workshop onto this board, as long as nothing is on it. */
export function ImportFile(): ReactNode {
  const t = useT();
  const { session } = useWorkshop();
  const hint = useId();
  const isEmpty = useBoard(({ actorsById, marksById, notesById }) =>
    [actorsById, marksById, notesById].every((records) =>
      [...records.values()].every(({ deleted }: { deleted: boolean }) => deleted),
    ),
  );
  const [importing, setImporting] = useState<Importing>({ state: "idle" });

  const take = async (file: File) => {
    if (file.size > bodyLimits.import) return setImporting({ state: "too-large" });
    setImporting({ state: "working" });
    const answer = await session.api.importWorkshop(session.me.workshopId, file);
    if (answer.ok) {
      const { actors, marks } = answer.value;
      return setImporting({ state: "done", actors, marks });
    }
    const { error } = answer;
    setImporting({
      state: "failed",
      text: error.kind === "problem" ? error.sentence : t(`errors.${error.kind}`),
    });
  };

  return (
    <div className={styles.section}>
      <FileButton
        label={t("share.import")}
        accept="application/json,.json"
        disabled={!isEmpty || importing.state === "working"}
        describedBy={hint}
        onFile={(file) => void take(file)}
      />
      <p id={hint} className={styles.hint}>
        {isEmpty ? t("share.import-hint") : t("share.import-not-empty")}
      </p>
      <output className={styles.outcome}>
        {importing.state === "working" && <span>{t("share.importing")}</span>}
        {importing.state === "too-large" && (
          <span className={styles.problem}>{t("share.import-too-large")}</span>
        )}
        {importing.state === "failed" && <span className={styles.problem}>{importing.text}</span>}
        {importing.state === "done" && (
          <span>{t("share.imported", { actors: importing.actors, marks: importing.marks })}</span>
        )}
      </output>
    </div>
  );
}
