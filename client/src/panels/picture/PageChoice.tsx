import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "../share/share.module.css";
import type { PdfFile } from "./pdf-file.ts";

export interface PageChoiceProps {
  readonly pdf: PdfFile;
  readonly onUse: (page: number) => void;
  readonly onCancel: () => void;
}

/** Longest side of the preview, px. */
const previewSide = 640;

/** Which page of a PDF is to be the picture, with a look at it. */
export function PageChoice({ pdf, onUse, onCancel }: PageChoiceProps): ReactNode {
  const t = useT();
  const id = useId();
  const [page, setPage] = useState(1);
  const [state, setState] = useState<"drawing" | "shown" | "broken">("drawing");
  const choice = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let isLeft = false;
    const show = async () => {
      try {
        const canvas = await pdf.draw(page, previewSide);
        if (isLeft) return;
        frame.current?.replaceChildren(canvas);
        setState("shown");
        // It opens below what was pressed, where there may be no more room: the page and its buttons come up.
        choice.current?.scrollIntoView({ block: "nearest" });
      } catch {
        if (!isLeft) setState("broken");
      }
    };
    void show();
    return () => {
      isLeft = true;
    };
  }, [pdf, page]);

  return (
    <div ref={choice} className={styles.section}>
      <div className={styles.pages}>
        <label htmlFor={id}>{t("share.picture-page")}</label>
        <input
          id={id}
          type="number"
          className={styles.pageNumber}
          min={1}
          max={pdf.pages}
          value={page}
          onChange={({ currentTarget }) => {
            const next = Math.round(currentTarget.valueAsNumber);
            if (!(next >= 1 && next <= pdf.pages) || next === page) return;
            setPage(next);
            setState("drawing");
          }}
        />
        <span>{t("share.picture-page-of", { pages: pdf.pages })}</span>
      </div>
      <figure className={styles.preview} aria-busy={state === "drawing"}>
        <div ref={frame} />
        <figcaption className="visually-hidden">{t("share.picture-page-preview", { page })}</figcaption>
      </figure>
      {state === "broken" && <p className={styles.problem}>{t("share.picture-problem.pdf-unreadable")}</p>}
      <div className={styles.pages}>
        <Button kind="primary" disabled={state === "broken"} onClick={() => onUse(page)}>
          {t("share.picture-page-use")}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </div>
  );
}
