import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import type { FreeSheet, Stage } from "@faelleskort/shared/model/stage.ts";
import { type ReactNode, useId, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useRun, useWorkshop } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/Field.tsx";
import { PersonalHint } from "../../ui/PersonalHint.tsx";
import { usePersonalCheck } from "../../ui/use-personal-check.ts";
import { tidyTitle } from "./free-sheet-names.ts";

export interface SheetDialogProps {
  readonly sheet: FreeSheet;
  readonly stage: Stage;
  readonly onClose: () => void;
}

/** One free sheet: what it is called, and the way to remove it. Removing can be taken back: what lay on it is still there. */
export function SheetDialog({ sheet, stage, onClose }: SheetDialogProps): ReactNode {
  const t = useT();
  const run = useRun();
  const { notices } = useWorkshop();
  const form = useId();
  const [text, setText] = useState(sheet.title);
  const title = tidyTitle(text);
  const personal = usePersonalCheck();

  const rename = async () => {
    if (title === null) return;
    if (title === sheet.title) return onClose();
    const command = { type: "sheet.rename", id: sheet.id, title } as const;
    if (personal.passes([command]) && (await run(command))) onClose();
  };
  const remove = async () => {
    const index = stage.freeSheets.findIndex(({ id }) => id === sheet.id);
    if (!(await run({ type: "sheet.remove", id: sheet.id }))) return;
    onClose();
    notices.show({
      tone: "done",
      text: "free-list.toast.sheet-removed",
      values: { title: sheet.title },
      action: {
        label: "common.undo",
        run: () =>
          void run({ type: "sheet.add", id: sheet.id, title: sheet.title, index: Math.max(0, index) }),
      },
    });
  };

  return (
    <Dialog
      title={t("free-list.sheet")}
      onClose={onClose}
      closeLabel={t("common.close")}
      actions={
        <>
          <Button kind="quiet" icon="trash" onClick={() => void remove()}>
            {t("free-list.remove-sheet")}
          </Button>
          <Button kind="primary" type="submit" form={form} disabled={title === null}>
            {t("free-list.save-title")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <TextField
          label={t("free-list.sheet-title")}
          hint={t("free-list.sheet-title-hint")}
          value={text}
          maxLength={contentLimits.sheetTitle}
          // The dialog was opened to write here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            personal.forget();
          }}
        />
        <PersonalHint
          held={personal.held}
          onConfirm={() => {
            personal.confirm();
            void rename();
          }}
        />
      </form>
    </Dialog>
  );
}
