import { type ReactNode, useEffect } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useWorkshop } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Toasts } from "../../ui/Toasts.tsx";
import styles from "./editor.module.css";

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
  // Pointing at a message holds it; leaving with the dialog is no leaving that the page would notice.
  useEffect(() => () => notices.release(), [notices]);
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
      <div className={styles.toasts}>
        <Toasts notices={notices} />
      </div>
    </Dialog>
  );
}
