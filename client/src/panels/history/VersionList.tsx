import { answerFields } from "@faelleskort/shared/model/actor.ts";
import { type BoardSnapshot, byAge } from "@faelleskort/shared/model/board.ts";
import { isMethodSheet, type MethodSheetId, type SheetId } from "@faelleskort/shared/model/sheet.ts";
import { priorityFields } from "@faelleskort/shared/method/fields.ts";
import { type ActorCluster, clusters } from "@faelleskort/shared/views/clusters.ts";
import { priorityList, unplaced } from "@faelleskort/shared/views/priority.ts";
import { type ReactNode, useMemo } from "react";
import { useLocale, useT } from "../../i18n/hooks.ts";
import { actorGroups } from "../list/actor-groups.ts";
import { markGroups } from "../list/map-groups.ts";
import styles from "./history.module.css";

interface VersionListProps {
  readonly board: BoardSnapshot;
  readonly sheet: SheetId;
}

/** What a sheet showed, in words, with everything that was written: nothing here can be opened. */
export function VersionList({ board, sheet }: VersionListProps): ReactNode {
  return (
    <div className={styles.list}>
      {isMethodSheet(sheet) && <MethodList board={board} sheet={sheet} />}
      <LooseList board={board} sheet={sheet} />
    </div>
  );
}

function MethodList({ board, sheet }: { readonly board: BoardSnapshot; readonly sheet: MethodSheetId }) {
  const t = useT();
  const locale = useLocale();
  const all = useMemo(() => clusters(board), [board]);
  switch (sheet) {
    case "wall":
      return actorGroups(all, locale).map(({ category, actors }) => (
        <Heading key={category} title={t(`list.group.${category ?? "none"}`)} count={actors.length}>
          {actors.map((actor) => (
            <ActorLines key={actor.id} actor={actor} />
          ))}
        </Heading>
      ));
    case "priority": {
      const list = priorityList(all);
      const waiting = unplaced(all);
      return (
        <>
          {priorityFields.map((field) => (
            <Heading key={field} title={t(`field.${field}`)} count={list[field].length}>
              {list[field].map((actor) => (
                <ActorLines key={actor.id} actor={actor} />
              ))}
            </Heading>
          ))}
          <Heading title={t("history.unplaced")} count={waiting.length}>
            {waiting.map((actor) => (
              <ActorLines key={actor.id} actor={actor} />
            ))}
          </Heading>
        </>
      );
    }
    case "map":
      return markGroups(board).map(({ kind, marks }) => (
        <Heading key={kind} title={t(`list.marks.${kind}`)} count={marks.length}>
          {marks.map(({ id, title, text, author }) => (
            <Lines key={id} name={title} by={author.label} texts={[{ to: null, text }]} />
          ))}
        </Heading>
      ));
  }
}

/** Notes, and what else has words on a free sheet. */
function LooseList({ board, sheet }: VersionListProps): ReactNode {
  const t = useT();
  const loose = useMemo(
    () =>
      [...board.notesById.values(), ...board.elementsById.values()]
        .filter((one) => !one.deleted && one.sheet === sheet && one.text.trim() !== "")
        .sort(byAge),
    [board, sheet],
  );
  if (loose.length === 0) return null;
  return (
    <Heading title={t("list.notes")} count={loose.length}>
      {loose.map(({ id, text, author }) => (
        <Lines key={id} name={text} by={author.label} texts={[]} />
      ))}
    </Heading>
  );
}

function ActorLines({ actor }: { readonly actor: ActorCluster }): ReactNode {
  const t = useT();
  const { lead, members, authors } = actor;
  const texts = members.flatMap(({ answers }) =>
    answerFields.map((field) => ({ to: t(`question.${field}`), text: answers[field] })),
  );
  return <Lines name={lead.name} by={authors.map(({ label }) => label).join("; ")} texts={texts} />;
}

interface HeadingProps {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

function Heading({ title, count, children }: HeadingProps): ReactNode {
  return (
    <section className={styles.group}>
      <h3>
        {title} <span className={styles.quiet}>{count}</span>
      </h3>
      {count > 0 && <ul>{children}</ul>}
    </section>
  );
}

interface LinesProps {
  readonly name: string;
  readonly by: string;
  /** What was written, and in answer to what. */
  readonly texts: readonly { readonly to: string | null; readonly text: string }[];
}

function Lines({ name, by, texts }: LinesProps): ReactNode {
  const t = useT();
  return (
    <li>
      <strong dir="auto">{name.trim() === "" ? t("list.unnamed") : name}</strong>{" "}
      {by !== "" && (
        <span className={styles.quiet} dir="auto">
          {by}
        </span>
      )}
      {texts
        .filter(({ text }) => text.trim() !== "")
        .map(({ to, text }, index) => (
          // Texts have no names of their own, and don't change while they are looked at.
          // oxlint-disable-next-line react/no-array-index-key
          <p key={index} dir="auto">
            {to !== null && <span className={styles.quiet}>{to} </span>}
            {text}
          </p>
        ))}
    </li>
  );
}
