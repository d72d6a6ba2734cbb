import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { useMe, useRun } from "../../state/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { FileButton } from "../parts/FileButton.tsx";
import { TwoStep } from "../parts/TwoStep.tsx";
import styles from "../share/share.module.css";
import { PageChoice } from "./PageChoice.tsx";
import { usePictureUpload } from "./use-picture-upload.ts";

const accept = "image/png,image/jpeg,image/webp,application/pdf,.png,.jpg,.jpeg,.webp,.pdf";

/** Puts a picture of the area under the hearts and stars, or takes it away. */
export function PicturePanel({ stage }: { readonly stage: Stage }): ReactNode {
  const t = useT();
  const run = useRun();
  const { workshopId } = useMe();
  const { upload, choose, takePage, cancel } = usePictureUpload(workshopId);
  const { picture } = stage;
  const isBusy = upload.state === "preparing" || upload.state === "sending";
  return (
    <section className={styles.section} aria-labelledby="share-picture">
      <h3 id="share-picture">{t("share.picture")}</h3>
      {picture === null ? (
        <p>{t("share.picture-none")}</p>
      ) : (
        <img
          className={styles.picture}
          src={api.pictureFile(workshopId, picture.id)}
          alt={t("share.picture")}
        />
      )}
      <FileButton
        label={picture === null ? t("share.picture-choose") : t("share.picture-replace")}
        accept={accept}
        disabled={isBusy}
        describedBy="share-picture-hint"
        onFile={(file) => void choose(file)}
      />
      <p id="share-picture-hint" className={styles.hint}>
        {t("share.picture-hint")}
      </p>
      {upload.state === "choosing-page" && (
        <PageChoice pdf={upload.pdf} onUse={(page) => void takePage(page)} onCancel={cancel} />
      )}
      {upload.state === "sending" && (
        <progress className={styles.progress} value={upload.part} max={1} aria-label={t("share.picture")} />
      )}
      <output className={styles.outcome}>
        {upload.state === "preparing" && <span>{t("share.picture-preparing")}</span>}
        {upload.state === "sending" && <span>{t("share.picture-sending")}</span>}
        {upload.state === "stored" && <span>{t("share.picture-stored")}</span>}
        {upload.state === "cancelled" && <span>{t("share.picture-cancelled")}</span>}
        {upload.state === "no-connection" && (
          <span className={styles.problem}>{t("errors.unreachable")}</span>
        )}
        {upload.state === "unusable" && (
          <span className={styles.problem}>{t(`share.picture-problem.${upload.problem}`)}</span>
        )}
        {upload.state === "refused" && (
          <span className={styles.problem}>{upload.sentence ?? t("errors.unreadable")}</span>
        )}
      </output>
      {isBusy && <Button onClick={cancel}>{t("share.picture-cancel")}</Button>}
      {picture !== null && !isBusy && (
        <TwoStep
          label={t("share.picture-remove")}
          warning={t("share.picture-remove-warning")}
          confirm={t("share.picture-remove-confirm")}
          onConfirm={() => run({ type: "picture.remove" })}
        />
      )}
    </section>
  );
}
