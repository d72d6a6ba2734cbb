import type { AppName, PageApp } from "./shell.ts";
import type { Route } from "./route.ts";

/** Fetches an application's code; once, however often it is asked for. */
export async function loadApp(name: AppName): Promise<PageApp> {
  switch (name) {
    case "light":
      return (await import("./light-app.tsx")).lightApp;
    case "board":
      return (await import("./board-app.tsx")).boardApp;
  }
}

/** Fetches what a page needs besides its application, so that it doesn't have to wait until that has come. */
export async function loadPage({ page }: Route): Promise<unknown> {
  switch (page) {
    case "start":
      return import("./pages/StartPage.tsx");
    case "join":
      return import("./pages/JoinPage.tsx");
    case "phone":
      return Promise.all([import("./PhoneWorkshop.tsx"), import("./open-workshop.ts")]);
    case "board":
      return Promise.all([import("../panels/BoardPage.tsx"), import("./open-workshop.ts")]);
    case "projector":
      return Promise.all([import("../projector/ProjectorPage.tsx"), import("./open-workshop.ts")]);
    case "unknown":
      return undefined;
  }
}
