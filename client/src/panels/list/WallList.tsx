import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useLocale, useT } from "../../i18n/hooks.ts";
import { useClusters, useDrafts, useMayWrite, useStage } from "../../state/hooks.ts";
import { useCaughtUp } from "../../state/use-caught-up.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { useMerge } from "../editor/use-merge.ts";
import { useTypists } from "../people/use-typists.ts";
import { ActorRow } from "./ActorRow.tsx";
import { followActorGroups } from "./actor-groups.ts";
import { AddCards } from "./AddCards.tsx";
import { matching } from "./filter.ts";
import { GrowingList } from "./GrowingList.tsx";
import styles from "./list.module.css";
import { NoteList } from "./NoteList.tsx";
import type { ListProps } from "./list-props.ts";
import { SimilarCards } from "./SimilarCards.tsx";
import { Group } from "../parts/Group.tsx";

/** A search field is help only where there is more than one screen of cards. */
const searchFrom = 10;
const noClusters: readonly ActorCluster[] = [];

/** The wall of actor cards as headings and lists: write, find, open, merge. */
export function WallList({ onOpen }: ListProps): ReactNode {
  const t = useT();
  const locale = useLocale();
  // The canvas comes first: thousands of rows may take a moment longer.
  const present = useClusters();
  const clusters = useCaughtUp(present, noClusters);
  const drafts = useDrafts();
  const typistsOn = useTypists();
  const boardIsOpen = useMayWrite();
  const isPrivate = useStage()?.writing.mode === "private";
  const merge = useMerge();
  const [search, setSearch] = useState("");
  const [selected, setSelected] = useState<ReadonlySet<ActorId>>(new Set());

  const draftIds = useMemo(() => new Set(drafts.map(({ id }) => id)), [drafts]);
  const shared = useMemo(() => clusters.filter(({ id }) => !draftIds.has(id)), [clusters, draftIds]);
  const found = useMemo(() => matching(clusters, search), [clusters, search]);
  const [groupsOf] = useState(followActorGroups);
  const groups = useMemo(() => groupsOf(found, locale), [groupsOf, found, locale]);
  const chosen = shared.filter(({ id }) => selected.has(id));
  const select = useCallback((actor: ActorId, isSelected: boolean) => {
    setSelected((before) => {
      const after = new Set(before);
      if (isSelected) after.add(actor);
      else after.delete(actor);
      return after;
    });
  }, []);
  const openActor = useCallback((id: ActorId) => onOpen({ record: "actor", id }), [onOpen]);

  return (
    <div className={styles.list}>
      {/* While everybody writes for themselves, the tray of own cards is where one writes. */}
      {!isPrivate && <AddCards label={t("list.add.card")} mayWrite={boardIsOpen} />}
      <SimilarCards actors={shared} mayWrite={boardIsOpen} />
      {clusters.length >= searchFrom && (
        <TextField
          type="search"
          label={t("list.search")}
          hint={t("list.search-hint")}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      )}
      {chosen.length > 0 && (
        <Group className={styles.selection} label={t("list.selection", { count: chosen.length })}>
          <span>{t("list.selection", { count: chosen.length })}</span>
          <Button
            size="small"
            kind="primary"
            disabled={!boardIsOpen || chosen.length < 2}
            onClick={() => {
              if (merge(chosen)) setSelected(new Set());
            }}
          >
            {t("list.merge-selected")}
          </Button>
          <Button size="small" kind="quiet" onClick={() => setSelected(new Set())}>
            {t("list.clear-selection")}
          </Button>
        </Group>
      )}
      <output className="visually-hidden">
        {search.trim() !== "" && t("list.found", { count: found.length })}
      </output>
      {present.length === 0 && <p className={styles.empty}>{t("list.empty.wall")}</p>}
      {clusters.length > 0 && found.length === 0 && (
        <p className={styles.empty}>{t("list.found", { count: 0 })}</p>
      )}
      {groups.map(({ category, actors }) => (
        <section key={category} className={styles.section}>
          <h3>
            {t(`list.group.${category ?? "none"}`)} <span className={styles.count}>{actors.length}</span>
          </h3>
          <GrowingList
            className={styles.rows}
            things={actors}
            renderRow={(actor) => (
              <ActorRow
                key={actor.id}
                actor={actor}
                typists={typistsOn(actor.members)}
                isDraft={draftIds.has(actor.id)}
                isSelected={selected.has(actor.id)}
                mayWrite={boardIsOpen}
                {...(boardIsOpen && !draftIds.has(actor.id) ? { onSelect: select } : {})}
                onOpen={openActor}
                withFields={false}
              />
            )}
          />
        </section>
      ))}
      <NoteList sheet="wall" onOpen={onOpen} />
    </div>
  );
}
