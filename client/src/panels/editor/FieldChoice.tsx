import { type PriorityField, priorityFields } from "@faelleskort/shared/method/fields.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useAct } from "../../state/hooks.ts";
import { classNames } from "../../ui/class-names.ts";
import styles from "./FieldChoice.module.css";

export interface FieldChoiceProps {
  readonly actor: ActorCluster;
  readonly mayWrite: boolean;
  /** `large` is for pressing without aiming. The meaning of each is its tip. */
  readonly size: "small" | "large";
  readonly onPlaced?: (field: PriorityField) => void;
}

/** Puts an actor into one of the priority model's fields without pointing at it, or takes it out again. */
export function FieldChoice({ actor, mayWrite, size, onPlaced }: FieldChoiceProps): ReactNode {
  const t = useT();
  const act = useAct();
  const { name } = actor.lead;
  return (
    <div className={classNames(styles.fields, styles[size])}>
      {priorityFields.map((field) => (
        <button
          key={field}
          type="button"
          className={styles.field}
          aria-pressed={actor.field === field}
          aria-label={t("list.move-named", { name, field })}
          title={t(`field-meaning.${field}`)}
          disabled={!mayWrite}
          onClick={() => {
            if (act({ type: "actor.place-in-field", id: actor.id, field })) onPlaced?.(field);
          }}
        >
          {size === "large" ? t(`field.${field}`) : field}
        </button>
      ))}
      {actor.field !== null && (
        <button
          type="button"
          className={styles.out}
          aria-label={t("list.unplace-named", { name })}
          disabled={!mayWrite}
          onClick={() => act({ type: "actor.unplace", ids: [actor.id] })}
        >
          {t("list.unplace")}
        </button>
      )}
    </div>
  );
}
