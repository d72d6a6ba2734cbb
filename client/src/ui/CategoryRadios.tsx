import { type ActorCategory, actorCategories } from "@faelleskort/shared/model/actor.ts";
import { useId } from "react";
import { useT } from "../i18n/hooks.ts";
import { CategoryMark } from "./CategoryMark.tsx";
import styles from "./CategoryRadios.module.css";

interface CategoryRadiosProps {
  readonly chosen: ActorCategory | null;
  readonly onChoose: (category: ActorCategory | null) => void;
}

/** The four kinds of actor as large buttons with mark and word, and what the chosen one means. Pressing the chosen one again takes the choice back. */
export function CategoryRadios({ chosen, onChoose }: CategoryRadiosProps) {
  const t = useT();
  const group = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t("category.label")}</legend>
      <div className={styles.choices}>
        {actorCategories.map((category) => (
          <label
            key={category}
            className={styles.choice}
            data-category={category}
            data-chosen={chosen === category || undefined}
          >
            <input
              type="radio"
              name={group}
              value={category}
              checked={chosen === category}
              className={styles.input}
              onChange={() => onChoose(category)}
              onClick={() => {
                if (chosen === category) onChoose(null);
              }}
            />
            <CategoryMark category={category} size={28} />
            <span>{t(`category.${category}`)}</span>
          </label>
        ))}
      </div>
      <output className={styles.hint}>{chosen && t(`category-hint.${chosen}`)}</output>
    </fieldset>
  );
}
