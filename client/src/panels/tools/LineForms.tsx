import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { type LineForm, lineForms } from "../../sheets/bending.ts";
import { Group } from "../parts/Group.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";

export interface LineFormsProps {
  /** undefined: they differ. */
  readonly chosen: LineForm | undefined;
  readonly disabled: boolean;
  readonly onChoose: (form: LineForm) => void;
}

/** How a line goes from end to end: the same as by its middle handle. */
export function LineForms({ chosen, disabled, onChoose }: LineFormsProps): ReactNode {
  const t = useT();
  return (
    <Group label={t("free.form")}>
      {lineForms.map((form) => (
        <ToolButton
          key={form}
          icon={form}
          label={t(`free.form.${form}`)}
          pressed={chosen === form}
          disabled={disabled}
          onClick={() => onChoose(form)}
        />
      ))}
    </Group>
  );
}
