import { useT } from "../i18n/hooks.ts";
import type { Notices } from "../state/notices.ts";
import { useSource } from "../state/use-source.ts";
import { Button, IconButton } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import styles from "./Toasts.module.css";

/** Short messages at the foot of the page. Their time stands still while somebody points at or tabs into them. */
export function Toasts({ notices }: { readonly notices: Notices }) {
  const t = useT();
  const list = useSource(notices.list);
  // The pressed button goes with its message, so no blur or leave may come that would let time run for the others.
  const dismiss = (id: number) => {
    notices.dismiss(id);
    notices.release();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.toasts}
      onPointerEnter={() => notices.hold()}
      onPointerLeave={() => notices.release()}
      onFocus={() => notices.hold()}
      onBlur={() => notices.release()}
    >
      {/* An <output> may not hold blocks. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div role="status" className={styles.list}>
        {list.map(({ id, tone, text, values, sentence, action }) => (
          <div key={id} className={classNames(styles.toast, tone === "problem" && styles.problem)}>
            <p className={styles.text}>{sentence ?? t(text, values)}</p>
            {action && (
              <Button
                kind="quiet"
                size="small"
                className={styles.action}
                onClick={() => {
                  action.run();
                  dismiss(id);
                }}
              >
                {t(action.label)}
              </Button>
            )}
            <IconButton
              icon="close"
              label={t("common.dismiss")}
              className={styles.action}
              onClick={() => dismiss(id)}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
