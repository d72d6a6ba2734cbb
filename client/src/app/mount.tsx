import { options } from "preact";
import { type ReactNode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { LanguageContext } from "../i18n/hooks.ts";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { type Application, ApplicationContext } from "./application.ts";
import { Loading } from "./pages/Loading.tsx";
import { CrashPage } from "./pages/MessagePages.tsx";

/**
 * Effects run right after the page has changed, and not a frame later, which is Preact's way: a field that opens by a key has the
 * cursor when the next key comes, however busy the machine is.
 */
function runEffectsAtOnce(): void {
  options.requestAnimationFrame = (run) => queueMicrotask(run);
}

/** Draws an application's pages into an element; returns how to take them away. */
export function mount(root: HTMLElement, application: Application, pages: ReactNode): () => void {
  runEffectsAtOnce();
  const drawing = createRoot(root);
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
