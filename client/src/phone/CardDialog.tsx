import type { Actor } from "@faelleskort/shared/model/actor.ts";
import { useT } from "../i18n/hooks.ts";
import { useAct } from "../state/hooks.ts";
import { Button } from "../ui/Button.tsx";
import { CategoryRadios } from "../ui/CategoryRadios.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { SharedText } from "../ui/SharedText.tsx";
import styles from "./phone.module.css";

interface CardDialogProps {
  readonly card: Actor;
  readonly onClose: () => void;
}

/** Changes a card's words and kind; what is typed is sent as it is typed. */
export function CardDialog({ card, onClose }: CardDialogProps) {
  const t = useT();
  const act = useAct();
  const { id, category } = card;
  return (
    <Dialog
      title={t("phone.edit-title")}
      closeLabel={t("common.close")}
      onClose={onClose}
      actions={
        <Button kind="primary" wide onClick={onClose}>
          {t("phone.edit-done")}
        </Button>
      }
    >
      <div className={styles.dialog}>
        <SharedText
          target={{ record: "actor", id, field: "name" }}
          label={t("phone.name")}
          kind="line"
          large
          onEnter={onClose}
        />
        <CategoryRadios
          chosen={category}
          onChoose={(next) => act({ type: "actor.set-category", id, category: next })}
        />
      </div>
    </Dialog>
  );
}
