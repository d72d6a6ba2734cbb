import { type ElementSize, elementSizes } from "@faelleskort/shared/model/element.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Group } from "../parts/Group.tsx";
import styles from "./style-bar.module.css";

export interface SizeChoiceProps {
  readonly chosen: ElementSize | null;
  readonly disabled: boolean;
  readonly onChoose: (size: ElementSize) => void;
}

/** How thick lines are, and how large letters. */
export function SizeChoice({ chosen, disabled, onChoose }: SizeChoiceProps): ReactNode {
  const t = useT();
  return (
    <Group label={t("free.size")} className={styles.sizes}>
      {elementSizes.map((size) => (
        <button
          key={size}
          type="button"
          className={styles.swatch}
          aria-label={t(`free.size.${size}`)}
          aria-pressed={chosen === size}
          title={t(`free.size.${size}`)}
          disabled={disabled}
          onClick={() => onChoose(size)}
        >
          <span className={styles.dot} data-size={size} />
        </button>
      ))}
    </Group>
  );
}
