import type { Mark } from "@faelleskort/shared/model/mark.ts";
import { type ReactNode, useId } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useAct, useBoard } from "../../state/hooks.ts";
import { areaOf, type MapArea, mapAreas, pointInArea } from "./map-areas.ts";
import { livingPositions } from "./map-groups.ts";
import styles from "./list.module.css";

export interface AreaChoiceProps {
  readonly mark: Mark;
  readonly label: string;
  readonly mayWrite: boolean;
  readonly hideLabel?: boolean;
}

/** Where on the map a mark lies, in words; choosing another part moves it there. */
export function AreaChoice({ mark, label, mayWrite, hideLabel }: AreaChoiceProps): ReactNode {
  const t = useT();
  const id = useId();
  const act = useAct();
  const taken = useBoard(
    (board) => livingPositions(board, mark.id),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  return (
    <div className={styles.choice}>
      <label htmlFor={id} className={hideLabel ? "visually-hidden" : styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={areaOf(mark.position)}
        disabled={!mayWrite}
        onChange={({ currentTarget }) => {
          const area: MapArea | undefined = mapAreas.find((candidate) => candidate === currentTarget.value);
          if (area !== undefined) {
            act({ type: "mark.move", moves: [{ id: mark.id, to: pointInArea(area, taken) }] });
          }
        }}
      >
        {mapAreas.map((area) => (
          <option key={area} value={area}>
            {t(`list.area.${area}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
