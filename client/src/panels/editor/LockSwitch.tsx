import { mayLock } from "@faelleskort/shared/commands/permission.ts";
import type { FreeRef } from "@faelleskort/shared/model/element.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useAct, useRole } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "./editor.module.css";

/** For the facilitator a switch that keeps others from changing a thing; for others what that means for them. */
export function LockSwitch({
  thing,
  locked,
}: {
  readonly thing: FreeRef;
  readonly locked: boolean;
}): ReactNode {
  const t = useT();
  const act = useAct();
  if (!mayLock(useRole()))
    return locked ? <p className={styles.authors}>{t("rejections.record-locked")}</p> : null;
  return (
    <Button
      size="small"
      icon={locked ? "lock" : "unlock"}
      pressed={locked}
      onClick={() => act({ type: "free.lock", refs: [thing], locked: !locked })}
    >
      {t("free-list.lock")}
    </Button>
  );
}
