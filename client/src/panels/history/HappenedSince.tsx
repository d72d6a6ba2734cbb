import type { Stage } from "@faelleskort/shared/model/stage.ts";
import type { VersionInfo } from "@faelleskort/shared/model/version.ts";
import {
  type AuthorHappenings,
  type Happened,
  happenings,
  whatHappened,
} from "@faelleskort/shared/views/happened.ts";
import { type ReactNode, useId, useMemo, useState } from "react";
import { useLocale, useT } from "../../i18n/hooks.ts";
import { useWorkshop } from "../../state/hooks.ts";
import { useSource } from "../../state/use-source.ts";
import styles from "./history.module.css";
import { type OpenVersion, useVersion } from "./use-versions.ts";
import { versionTime, versionTitle } from "./version-words.ts";

/** So many names are told; of the others, how many there are. */
const named = 12;

interface HappenedSinceProps {
  readonly opened: OpenVersion;
  /** Newest first. */
  readonly versions: readonly VersionInfo[];
  readonly stage: Stage;
}

/** What became of things between a version and a later one, or now, by the label of who wrote them. */
export function HappenedSince({ opened, versions, stage }: HappenedSinceProps): ReactNode {
  const t = useT();
  const locale = useLocale();
  const { board, session } = useWorkshop();
  const id = useId();
  const now = useSource(board);
  const at = versions.findIndex((version) => version.id === opened.version.id);
  const later = versions.slice(0, Math.max(0, at));
  const [until, setUntil] = useState("");
  const chosen = later.find((version) => version.id === until)?.id ?? null;
  const other = useVersion(chosen);
  const end = chosen === null ? now : other.state === "ready" ? other.value.board : null;
  const told = useMemo(() => end && whatHappened(opened.board, end), [opened.board, end]);
  return (
    <div className={styles.list}>
      <div className={styles.until}>
        <label htmlFor={id}>{t("history.until")}</label>
        <select id={id} value={until} onChange={({ currentTarget }) => setUntil(currentTarget.value)}>
          <option value="">{t("history.until-now")}</option>
          {later.map((version) => (
            <option key={version.id} value={version.id}>
              {versionTime(locale, version.createdAt, session.clock.now())}{" "}
              {versionTitle(t, stage.steps, version)}
            </option>
          ))}
        </select>
      </div>
      <p className={styles.hint}>{t("history.whose")}</p>
      {told === null && other.state === "loading" && <p aria-busy="true">{t("common.loading")}</p>}
      {told === null && other.state === "failed" && (
        <p role="alert">
          {other.error.kind === "problem" ? other.error.sentence : t(`errors.${other.error.kind}`)}
        </p>
      )}
      {told?.length === 0 && <p>{t("history.nothing-happened")}</p>}
      {told?.map((one) => (
        <OfAuthor key={one.label} {...one} />
      ))}
    </div>
  );
}

function OfAuthor({ label, things }: AuthorHappenings): ReactNode {
  const t = useT();
  return (
    <section className={styles.group}>
      <h3 dir="auto">{label === "" ? t("common.somebody") : label}</h3>
      <dl className={styles.happened}>
        {happenings
          .filter((happening) => things[happening].length > 0)
          .map((happening) => (
            <div key={happening}>
              <dt>{t(`history.happened.${happening}`, { count: things[happening].length })}</dt>
              <dd dir="auto">
                <Names things={things[happening]} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function Names({ things }: { readonly things: readonly Happened[] }): ReactNode {
  const t = useT();
  const names = things
    .slice(0, named)
    .map(({ name }) => (name.trim() === "" ? t("list.unnamed") : name.trim()));
  const rest = things.length - names.length;
  return [...names, ...(rest > 0 ? [t("history.and-more", { count: rest })] : [])].join(", ");
}
