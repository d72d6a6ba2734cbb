import { priorityFields } from "@faelleskort/shared/method/fields.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { priorityList, unplaced } from "@faelleskort/shared/views/priority.ts";
import { type ReactNode, useCallback, useMemo } from "react";
import { useT } from "../../i18n/hooks.ts";
import { isCrowded } from "../../sheets/priority-geometry.ts";
import { useMayWrite, useRole, useSharedClusters } from "../../state/hooks.ts";
import { CopyButton } from "../parts/CopyButton.tsx";
import { useTypists } from "../people/use-typists.ts";
import { ActorRow } from "./ActorRow.tsx";
import { KeyPeople } from "./KeyPeople.tsx";
import type { ListProps } from "./list-props.ts";
import { priorityText } from "./list-text.ts";
import styles from "./list.module.css";
import { NoteList } from "./NoteList.tsx";

/** The priority model as headings and lists: the key people, the fields 1–4 in order, and those nobody has placed. */
export function PriorityListView({ onOpen }: ListProps): ReactNode {
  const t = useT();
  const clusters = useSharedClusters();
  const typistsOn = useTypists();
  const mayWrite = useMayWrite();
  const role = useRole();
  const list = useMemo(() => priorityList(clusters), [clusters]);
  const waiting = useMemo(() => unplaced(clusters), [clusters]);
  const openActor = useCallback((id: ActorId) => onOpen({ record: "actor", id }), [onOpen]);
  const row = (actor: ActorCluster) => (
    <ActorRow
      key={actor.id}
      actor={actor}
      typists={typistsOn(actor.members)}
      isDraft={false}
      isSelected={false}
      mayWrite={mayWrite}
      onOpen={openActor}
      withFields={role !== "observer"}
    />
  );
  if (clusters.length === 0) return <p className={styles.empty}>{t("list.empty.priority")}</p>;
  return (
    <div className={styles.list}>
      <KeyPeople actors={list[1]} />
      <section className={styles.section}>
        <h3>{t("list.unplaced", { count: waiting.length })}</h3>
        {waiting.length > 0 && <ul className={styles.rows}>{waiting.map(row)}</ul>}
      </section>
      {priorityFields.map((field) => (
        <section key={field} className={styles.section}>
          <h3>
            {t(`field.${field}`)} <span className={styles.count}>{list[field].length}</span>
          </h3>
          <p className={styles.hint}>{t(`field-meaning.${field}`)}</p>
          {isCrowded(list[field].length) && <p className={styles.hint}>{t("list.pile")}</p>}
          {list[field].length === 0 ? (
            <p className={styles.quiet}>{t("list.empty.field")}</p>
          ) : (
            <ol className={styles.rows}>{list[field].map(row)}</ol>
          )}
        </section>
      ))}
      {waiting.length < clusters.length && (
        <CopyButton
          label={t("list.copy-priority")}
          text={() => priorityText(list, (field) => t(`field.${field}`))}
        />
      )}
      <NoteList sheet="priority" onOpen={onOpen} />
    </div>
  );
}
