import { lazy, Suspense } from "react";
import { useT } from "../i18n/hooks.ts";
import { useRoute } from "./application.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { JoinPage } from "./pages/JoinPage.tsx";
import { Loading } from "./pages/Loading.tsx";
import { CrashPage, NotFoundPage } from "./pages/MessagePages.tsx";
import { StartPage } from "./pages/StartPage.tsx";
import { Link } from "./Link.tsx";
import type { Route } from "./route.ts";
import { WorkshopGate } from "./WorkshopGate.tsx";

// The canvas is large; the start page and the phone's form do without it.
const BoardPage = lazy(async () => ({ default: (await import("../panels/BoardPage.tsx")).BoardPage }));
const ProjectorPage = lazy(async () => ({
  default: (await import("../projector/ProjectorPage.tsx")).ProjectorPage,
}));
const PhonePage = lazy(async () => ({ default: (await import("../phone/PhonePage.tsx")).PhonePage }));

export function App() {
  const route = useRoute();
  return (
    <ErrorBoundary fallback={<CrashPage />}>
      <Suspense fallback={<Loading />}>
        <Page route={route} />
      </Suspense>
    </ErrorBoundary>
  );
}

function Page({ route }: { readonly route: Route }) {
  const t = useT();
  switch (route.page) {
    case "start":
      return <StartPage />;
    case "join":
      return <JoinPage key={route.invite} invite={route.invite} />;
    case "board":
      return (
        <WorkshopGate key={route.workshopId} workshopId={route.workshopId} device="board">
          <BoardPage openShare={route.share} />
        </WorkshopGate>
      );
    case "phone":
      return (
        <WorkshopGate key={route.workshopId} workshopId={route.workshopId} device="phone">
          <PhonePage
            boardLink={<Link to={{ ...route, page: "board", share: false }}>{t("phone.to-board")}</Link>}
          />
        </WorkshopGate>
      );
    case "projector":
      return (
        <WorkshopGate key={route.workshopId} workshopId={route.workshopId} device="projector">
          <ProjectorPage />
        </WorkshopGate>
      );
    case "unknown":
      return <NotFoundPage />;
  }
}
