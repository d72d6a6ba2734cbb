import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { memo, type ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { CategoryMark } from "../../ui/CategoryMark.tsx";
import { FieldChoice } from "../editor/FieldChoice.tsx";
import { categoryOf } from "./actor-groups.ts";
import styles from "./list.module.css";

export interface ActorRowProps {
  readonly actor: ActorCluster;
  /** Others who write on it right now. */
  readonly typists: string;
  readonly isDraft: boolean;
  readonly isSelected: boolean;
  readonly mayWrite: boolean;
  /** Leave out where rows can't be chosen. */
  readonly onSelect?: (actor: ActorId, selected: boolean) => void;
  readonly onOpen: (actor: ActorId) => void;
  /** Show the buttons for fields 1–4. */
  readonly withFields: boolean;
}

/** An actor in the list: its name opens it; what is known stands beside it in words. */
export const ActorRow = memo(function ActorRow(props: ActorRowProps): ReactNode {
  const { actor, typists, isDraft, isSelected, mayWrite, onSelect, onOpen, withFields } = props;
  const t = useT();
  const { lead, members, authors, answered, field } = actor;
  const name = lead.name.trim() === "" ? t("list.unnamed") : lead.name;
  const category = categoryOf(actor);
  return (
    <li className={styles.row} data-category={category ?? "none"} data-actor={actor.id}>
      {onSelect && (
        <label className={styles.pick}>
          <input
            type="checkbox"
            checked={isSelected}
            aria-label={t("list.select", { name })}
            onChange={({ currentTarget }) => onSelect(actor.id, currentTarget.checked)}
          />
        </label>
      )}
      <div className={styles.about}>
        <button type="button" className={styles.name} dir="auto" onClick={() => onOpen(actor.id)}>
          {name}
        </button>
        <p className={styles.facts}>
          <span className={styles.category}>
            <CategoryMark category={category} size={16} />
            <span className="visually-hidden">{t(`category.${category ?? "none"}`)}</span>
          </span>
          {authors.length > 0 && <span dir="auto">{authors.map(({ label }) => label).join("; ")}</span>}
          <span className={styles.dots}>
            <span className="visually-hidden">{t("list.answered", { count: answered })}</span>
            {[1, 2, 3].map((dot) => (
              <span key={dot} className={dot <= answered ? styles.filled : styles.dot} />
            ))}
          </span>
          {members.length > 1 && <span>{t("list.merged", { count: members.length })}</span>}
          {lead.onWhoCard && !withFields && <span>{t("list.on-who-card")}</span>}
          {field !== null && !withFields && <span>{t(`field.${field}`)}</span>}
          {isDraft && <span className={styles.draft}>{t("list.draft")}</span>}
        </p>
        {typists !== "" && <p className={styles.typists}>{t("list.editing", { labels: typists })}</p>}
        {withFields && !isDraft && <FieldChoice actor={actor} mayWrite={mayWrite} size="small" />}
      </div>
    </li>
  );
}, isSameRow);

/** A cluster is made anew with every change of the board; its row is drawn again only when its own cards changed. */
function isSameRow(before: ActorRowProps, after: ActorRowProps): boolean {
  return (
    isSameActor(before.actor, after.actor) &&
    before.typists === after.typists &&
    before.isDraft === after.isDraft &&
    before.isSelected === after.isSelected &&
    before.mayWrite === after.mayWrite &&
    before.onSelect === after.onSelect &&
    before.onOpen === after.onOpen &&
    before.withFields === after.withFields
  );
}

function isSameActor(a: ActorCluster, b: ActorCluster): boolean {
  return (
    a.id === b.id &&
    a.members.length === b.members.length &&
    a.members.every((member, index) => member === b.members[index])
  );
}
