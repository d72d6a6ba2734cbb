import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { versionNameLimit } from "@faelleskort/shared/model/version.ts";
import type { VersionId } from "@faelleskort/shared/model/version-id.ts";
import { type ReactNode, useState } from "react";
import { useLocale, useT } from "../../i18n/hooks.ts";
import { useRole, useWorkshop } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import styles from "./history.module.css";
import { useVersions } from "./use-versions.ts";
import { keepVersion } from "./version-calls.ts";
import { countsText, versionTime, versionTitle } from "./version-words.ts";
import { VersionDialog } from "./VersionDialog.tsx";

export interface HistoryPanelProps {
  readonly stage: Stage;
  /** What is looked at now, and so first of a version. */
  readonly sheet: SheetId;
}

/** How the board was: a version for each step that has ended and each time a facilitator wanted one. */
export function HistoryPanel({ stage, sheet }: HistoryPanelProps): ReactNode {
  const t = useT();
  const locale = useLocale();
  const isFacilitator = useRole() === "facilitator";
  const { session } = useWorkshop();
  const { versions, reload } = useVersions();
  const [opened, setOpened] = useState<VersionId | null>(null);
  const list = versions.state === "ready" ? versions.value : [];
  return (
    <>
      <section className={styles.section} aria-labelledby="history-heading">
        <h3 id="history-heading">{t("history.versions")}</h3>
        <p className={styles.hint}>{t(isFacilitator ? "history.hint-facilitator" : "history.hint")}</p>
        {isFacilitator && <KeepNow onKept={reload} />}
        {versions.state === "loading" && <p className={styles.hint}>{t("common.loading")}</p>}
        {versions.state === "failed" && (
          <>
            <p role="alert">
              {versions.error.kind === "problem"
                ? versions.error.sentence
                : t(`errors.${versions.error.kind}`)}
            </p>
            <Button onClick={reload}>{t("common.try-again")}</Button>
          </>
        )}
        {versions.state === "ready" && list.length === 0 && (
          <p className={styles.hint}>{t("history.empty")}</p>
        )}
        <ol className={styles.versions}>
          {list.map((version) => {
            const title = versionTitle(t, stage.steps, version);
            const time = versionTime(locale, version.createdAt, session.clock.now());
            return (
              <li key={version.id} className={styles.version} data-version={version.kind}>
                <button
                  type="button"
                  className={styles.open}
                  aria-label={t("history.open", { title, time })}
                  onClick={() => setOpened(version.id)}
                >
                  <span className={styles.time}>{time}</span>
                  <span className={styles.title} dir="auto">
                    {title}
                  </span>
                  <span className={styles.counts}>
                    {version.by !== "" && <span dir="auto">{t("history.by", { label: version.by })} · </span>}
                    {countsText(t, version.counts)}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      </section>
      {opened !== null && (
        <VersionDialog
          id={opened}
          versions={list}
          stage={stage}
          sheet={sheet}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

/** Keeps the board as it is, under a name if one is given. */
function KeepNow({ onKept }: { readonly onKept: () => void }): ReactNode {
  const t = useT();
  const { session, notices } = useWorkshop();
  const [name, setName] = useState("");
  const [isWorking, setIsWorking] = useState(false);
  const keep = async () => {
    setIsWorking(true);
    const given = name.trim();
    const answer = await keepVersion(session.api, session.me.workshopId, given === "" ? null : given);
    setIsWorking(false);
    if (answer.ok) {
      setName("");
      notices.show({ tone: "done", text: "history.kept", brief: true });
      return onKept();
    }
    const { error } = answer;
    notices.show({
      tone: "problem",
      text: `errors.${error.kind}`,
      ...(error.kind === "problem" ? { sentence: error.sentence } : {}),
    });
  };
  return (
    <form
      className={styles.keep}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField
        label={t("history.name")}
        autoComplete="off"
        value={name}
        maxLength={versionNameLimit}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" busy={isWorking}>
        {t("history.keep")}
      </Button>
    </form>
  );
}
