import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { markId } from "@faelleskort/shared/model/ids.ts";
import { type MarkKind, markKinds } from "@faelleskort/shared/model/mark.ts";
import { nanoid } from "nanoid";
import { type ReactNode, useId, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useAct, useWorkshop } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { PersonalHint } from "../../ui/PersonalHint.tsx";
import { usePersonalCheck } from "../../ui/use-personal-check.ts";
import { ToolIcon } from "../parts/ToolIcon.tsx";
import { type MapArea, mapAreas, pointInArea } from "./map-areas.ts";
import { livingPositions } from "./map-groups.ts";
import styles from "./list.module.css";

/** Puts a heart or star on the map without pointing: what it is, its name, and a part of the map. */
export function AddMark({ mayWrite }: { readonly mayWrite: boolean }): ReactNode {
  const t = useT();
  const act = useAct();
  const { visible } = useWorkshop();
  const id = useId();
  const [kind, setKind] = useState<MarkKind>("resource");
  const [title, setTitle] = useState("");
  const [area, setArea] = useState<MapArea>("centre");
  const personal = usePersonalCheck();
  const submit = () => {
    const position = pointInArea(area, livingPositions(visible.get()));
    const command = {
      type: "mark.add",
      id: markId(nanoid()),
      kind,
      title,
      text: "",
      position,
    } as const;
    if (personal.passes([command]) && act(command)) setTitle("");
  };
  return (
    <form
      className={styles.add}
      aria-label={t("list.add.mark")}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset className={styles.kinds} disabled={!mayWrite}>
        <legend className={styles.label}>{t("list.add.mark-kind")}</legend>
        {markKinds.map((option) => (
          <label key={option} className={styles.kind} data-kind={option}>
            <input
              type="radio"
              name={`${id}-kind`}
              checked={kind === option}
              onChange={() => setKind(option)}
            />
            <ToolIcon name={option} />
            {t(`list.kind.${option}`)}
          </label>
        ))}
      </fieldset>
      <TextField
        label={t("list.add.mark-title")}
        value={title}
        maxLength={contentLimits.markTitle}
        disabled={!mayWrite}
        onChange={({ currentTarget }) => {
          setTitle(currentTarget.value);
          personal.forget();
        }}
      />
      <PersonalHint
        held={personal.held}
        onConfirm={() => {
          personal.confirm();
          submit();
        }}
      />
      <div className={styles.choice}>
        <label htmlFor={`${id}-area`} className={styles.label}>
          {t("list.add.mark-area")}
        </label>
        <select
          id={`${id}-area`}
          className={styles.select}
          value={area}
          disabled={!mayWrite}
          onChange={({ currentTarget }) => {
            setArea(mapAreas.find((candidate) => candidate === currentTarget.value) ?? "centre");
          }}
        >
          {mapAreas.map((option) => (
            <option key={option} value={option}>
              {t(`list.area.${option}`)}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit" kind="primary" icon="plus" disabled={!mayWrite || title.trim() === ""}>
        {t("list.add.mark-submit")}
      </Button>
    </form>
  );
}
