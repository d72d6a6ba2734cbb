import { lazy } from "react";
import { useRoute } from "./application.ts";
import { mount } from "./mount.tsx";
import { Elsewhere } from "./pages/Elsewhere.tsx";
import { NotFoundPage } from "./pages/MessagePages.tsx";
import type { PageApp } from "./shell.ts";

// Nobody needs more than one of them at a time.
const StartPage = lazy(async () => ({ default: (await import("./pages/StartPage.tsx")).StartPage }));
const JoinPage = lazy(async () => ({ default: (await import("./pages/JoinPage.tsx")).JoinPage }));
const PhoneWorkshop = lazy(async () => ({ default: (await import("./PhoneWorkshop.tsx")).PhoneWorkshop }));

/** The way in, the phone's form, and all that needs no canvas. */
export const lightApp: PageApp = {
  mount: (root, application) => mount(root, application, <LightPages />),
};

function LightPages() {
  const route = useRoute();
  switch (route.page) {
    case "start":
      return <StartPage />;
    case "join":
      return <JoinPage key={route.invite} invite={route.invite} />;
    case "phone":
      return <PhoneWorkshop key={route.workshopId} workshopId={route.workshopId} />;
    case "unknown":
      return <NotFoundPage />;
    case "board":
    case "projector":
      return <Elsewhere />;
  }
}
