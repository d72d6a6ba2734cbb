import type { ReactNode } from "react";
import { useT } from "../../i18n/hooks.ts";
import { Button } from "../../ui/Button.tsx";
import { Link } from "../Link.tsx";
import { CodeForm } from "./CodeForm.tsx";
import { Frame } from "./Frame.tsx";
import styles from "./pages.module.css";

function MessagePage({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  const t = useT();
  return (
    <Frame>
      <div className={styles.sheet}>
        <h1>{title}</h1>
        <p className={styles.lead}>{text}</p>
        {children}
        <p>
          <Link to={{ page: "start" }}>{t("common.to-start")}</Link>
        </p>
      </div>
    </Frame>
  );
}

const reload = () => window.location.reload();

export function NoSessionPage() {
  const t = useT();
  return (
    <MessagePage title={t("errors.no-session-title")} text={t("errors.no-session")}>
      <CodeForm />
    </MessagePage>
  );
}

export function EndedPage() {
  const t = useT();
  return (
    <MessagePage title={t("errors.ended-title")} text={t("errors.ended")}>
      <CodeForm />
    </MessagePage>
  );
}

export function ReloadPage() {
  const t = useT();
  return (
    <MessagePage title={t("errors.reload-title")} text={t("errors.reload")}>
      <Button kind="primary" onClick={reload}>
        {t("errors.reload-action")}
      </Button>
    </MessagePage>
  );
}

export function UnreachablePage({ onRetry }: { readonly onRetry: () => void }) {
  const t = useT();
  return (
    <MessagePage title={t("errors.offline-title")} text={t("errors.offline")}>
      <Button kind="primary" onClick={onRetry}>
        {t("common.try-again")}
      </Button>
    </MessagePage>
  );
}

export function PageMissingPage() {
  const t = useT();
  return (
    <MessagePage title={t("errors.page-missing-title")} text={t("errors.page-missing")}>
      <Button kind="primary" onClick={reload}>
        {t("common.try-again")}
      </Button>
    </MessagePage>
  );
}

export function CrashPage() {
  const t = useT();
  return (
    <MessagePage title={t("errors.crash-title")} text={t("errors.crash")}>
      <Button kind="primary" onClick={reload}>
        {t("errors.reload-action")}
      </Button>
    </MessagePage>
  );
}

export function NotFoundPage() {
  const t = useT();
  return <MessagePage title={t("errors.not-found-title")} text={t("errors.not-found")} />;
}
