import { type ActorCategory, actorCategories } from "@faelleskort/shared/model/actor.ts";
import { type ReactNode, useId } from "react";
import { CategoryMark } from "../../ui/CategoryMark.tsx";
import { useT } from "../../i18n/hooks.ts";
import styles from "./CategoryChoice.module.css";

export interface CategoryChoiceProps {
  readonly value: ActorCategory | null;
  readonly disabled: boolean;
  readonly onChange: (category: ActorCategory | null) => void;
}

const choices = [...actorCategories, null] as const;

/** What kind of actor it is: one of four, or none chosen. */
export function CategoryChoice({ value, disabled, onChange }: CategoryChoiceProps): ReactNode {
  const t = useT();
  const name = useId();
  return (
    <fieldset className={styles.choice} disabled={disabled}>
      <legend>{t("category.label")}</legend>
      <div className={styles.row}>
        {choices.map((category) => (
          <label key={category} className={styles.option} data-category={category ?? "none"}>
            <input
              type="radio"
              name={name}
              checked={value === category}
              onChange={() => onChange(category)}
            />
            <CategoryMark category={category} size={20} />
            {t(`category.${category ?? "none"}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
