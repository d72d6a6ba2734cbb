import { lazy, type ReactNode, Suspense } from "react";
import { fetchLetters } from "../theme/fetch-letters.ts";
import { useRoute } from "./application.ts";
import { mount } from "./mount.tsx";
import { Elsewhere } from "./pages/Elsewhere.tsx";
import { Loading } from "./pages/Loading.tsx";
import type { PageApp } from "./shell.ts";
import { WorkshopGate } from "./WorkshopGate.tsx";

// Whoever looks at the big screen needs none of the panels.
const BoardPage = lazy(async () => ({ default: (await import("../panels/BoardPage.tsx")).BoardPage }));
const ProjectorPage = lazy(async () => ({
  default: (await import("../projector/ProjectorPage.tsx")).ProjectorPage,
}));

/** A workshop on its canvas. */
export const boardApp: PageApp = {
  mount(root, application) {
    fetchLetters(root.ownerDocument);
    return mount(root, application, <BoardPages />);
  },
};

function BoardPages() {
  const route = useRoute();
  switch (route.page) {
    case "board":
      return (
        <WorkshopGate key={route.workshopId} workshopId={route.workshopId} device="board">
          <WhenFetched>
            <BoardPage openShare={route.share} />
          </WhenFetched>
        </WorkshopGate>
      );
    case "projector":
      return (
        <WorkshopGate key={route.workshopId} workshopId={route.workshopId} device="projector">
          <WhenFetched>
            <ProjectorPage />
          </WhenFetched>
        </WorkshopGate>
      );
    case "start":
    case "join":
    case "phone":
    case "unknown":
      return <Elsewhere />;
  }
}

/** Waits inside of the workshop: who waits for a page's code begins anew once it has come, and would open the workshop twice. */
function WhenFetched({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<Loading />}>{children}</Suspense>;
}
