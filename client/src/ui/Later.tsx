import { type ReactNode, Suspense } from "react";
import { useT } from "../i18n/hooks.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import styles from "./Later.module.css";

interface LaterProps {
  /** Shown while the code comes; nothing when left out. */
  readonly waiting?: ReactNode;
  /** A part whose code is fetched when it is needed. */
  readonly children: ReactNode;
}

/** Around a part of a page whose code comes later: when it doesn't come, or breaks, the rest of the page goes on. */
export function Later({ waiting, children }: LaterProps) {
  const t = useT();
  return (
    <ErrorBoundary
      fallback={
        <p className={styles.missing} role="alert">
          {t("errors.part-missing")}
        </p>
      }
    >
      <Suspense fallback={waiting}>{children}</Suspense>
    </ErrorBoundary>
  );
}
