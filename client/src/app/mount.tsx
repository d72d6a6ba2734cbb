import { type ReactNode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { LanguageContext } from "../i18n/hooks.ts";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { type Application, ApplicationContext } from "./application.ts";
import { Loading } from "./pages/Loading.tsx";
import { CrashPage } from "./pages/MessagePages.tsx";

/** Draws an application's pages into an element; returns how to take them away. */
export function mount(root: HTMLElement, application: Application, pages: ReactNode): () => void {
  // What goes wrong is told by the boundary, so that both runtimes tell it once.
  const drawing = createRoot(root, { onCaughtError: () => {} });
  drawing.render(
    <LanguageContext value={application.language}>
      <ApplicationContext value={application}>
        <ErrorBoundary fallback={<CrashPage />}>
          <Suspense fallback={<Loading />}>{pages}</Suspense>
        </ErrorBoundary>
      </ApplicationContext>
    </LanguageContext>,
  );
  return () => drawing.unmount();
}
