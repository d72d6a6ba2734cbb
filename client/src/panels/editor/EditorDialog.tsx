import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useWorkshop } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Toasts } from "../../ui/Toasts.tsx";

export interface EditorDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** What the button that deletes says, and what it does; leave out when there is nothing to delete. */
  readonly remove?: { readonly label: string; readonly run: () => void } | undefined;
  readonly children: ReactNode;
}

/** One thing opened large beside the sheet. Messages show inside it: what lies under an open dialog can't be pressed. */
export function EditorDialog({ title, onClose, remove, children }: EditorDialogProps): ReactNode {
  const t = useT();
  const { notices } = useWorkshop();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      closeLabel={t("common.close")}
      kind="side"
      actions={
        <>
          {remove && (
            <Button
              kind="quiet"
              icon="trash"
              onClick={() => {
                remove.run();
                onClose();
              }}
            >
              {remove.label}
            </Button>
          )}
          <Button kind="primary" onClick={onClose}>
            {t("board.who.done")}
          </Button>
        </>
      }
    >
      {children}
      <Toasts notices={notices} />
    </Dialog>
  );
}
