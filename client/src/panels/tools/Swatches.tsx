import { type PaletteColour, paletteColours } from "@faelleskort/shared/model/colour.ts";
import type { CSSProperties, ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Group } from "../parts/Group.tsx";
import styles from "./style-bar.module.css";

export interface SwatchesProps {
  readonly label: string;
  /** Paper is shown in its light tint, lines and letters in their dark one. */
  readonly tint: "fill" | "line" | "marker";
  /** undefined: none of them is chosen. */
  readonly chosen: PaletteColour | null | undefined;
  readonly disabled: boolean;
  /** Also "no colour". */
  readonly none?: boolean;
  readonly onChoose: (colour: PaletteColour | null) => void;
}

/** The colours of the palette, each with its name. */
export function Swatches({ label, tint, chosen, disabled, none, onChoose }: SwatchesProps): ReactNode {
  const t = useT();
  const options = none === true ? [null, ...paletteColours] : paletteColours;
  return (
    <Group label={label} className={styles.swatches}>
      {options.map((colour) => {
        const name = t(`free.colour.${colour ?? "none"}`);
        const face: CSSProperties = {
          background: colour === null ? "none" : `var(--palette-${colour}-${tint})`,
          borderColor: `var(--palette-${colour ?? "grey"}-line)`,
        };
        return (
          <button
            key={name}
            type="button"
            className={styles.swatch}
            aria-label={`${label}: ${name}`}
            aria-pressed={chosen === colour}
            title={name}
            disabled={disabled}
            onClick={() => onChoose(colour)}
          >
            <span className={styles.face} style={face} data-none={colour === null || undefined} />
          </button>
        );
      })}
    </Group>
  );
}
