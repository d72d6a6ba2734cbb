import { workshopId } from "@faelleskort/shared/model/ids.ts";
import { expect, it } from "vitest";
import type { Language } from "../i18n/i18n.ts";
import type { Surroundings } from "../session/session.ts";
import { cell } from "../session/source.ts";
import type { Application } from "./application.ts";
import type { Openings } from "./openings.ts";
import type { Route } from "./route.ts";
import type { Router } from "./router.ts";
import { type AppName, openShell, type PageApp, type ShellOptions } from "./shell.ts";

const id = workshopId("abcdef123456");
const phone: Route = { page: "phone", workshopId: id };
const board: Route = { page: "board", workshopId: id, share: false };

// What the shell only hands on.
const unused: unknown = {};

/** A shell whose applications come when the test says so. */
function shellAt(first: Route) {
  const events: string[] = [];
  const asked: { name: AppName; come: () => void; fail: () => void }[] = [];
  const route = cell<Route>(first);
  const router: Router = { route, go: (next) => route.set(next), close: () => {} };
  let application: Application | null = null;
  const appOf = (name: AppName): PageApp => ({
    mount: (_root, given) => {
      application = given;
      events.push(`${name} is shown`);
      return () => events.push(`${name} goes`);
    },
  });
  const language = {
    ...(unused as Language),
    need: async (group: string) => void events.push(`texts: ${group}`),
  };
  const options: ShellOptions = {
    root: unused as HTMLElement,
    router,
    language,
    surroundings: unused as Surroundings,
    timers: { set: () => 0, clear: () => {} },
    openings: unused as Openings,
    isHandheld: () => true,
    loadApp: (name) =>
      new Promise((resolve, reject) => {
        asked.push({
          name,
          come: () => resolve(appOf(name)),
          fail: () => reject(new Error("no connection")),
        });
      }),
    loadPage: async () => undefined,
  };
  const settled = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return { options, route, events, asked, settled, isStuck: () => application?.isStuck.get() };
}

it("shows the application that holds the page, and the next one when that has come", async () => {
  const { options, route, events, asked, settled } = shellAt(phone);
  const opened = openShell(options);
  asked[0]?.come();
  await opened;
  expect(events).toEqual(["light is shown"]);
  route.set({ page: "start" });
  route.set(board);
  await settled();
  expect(events).toEqual(["light is shown", "texts: board"]);
  asked[1]?.come();
  await settled();
  expect(events).toEqual(["light is shown", "texts: board", "light goes", "board is shown"]);
  expect(asked.map(({ name }) => name)).toEqual(["light", "board"]);
});

it("stays when the address has gone back before the next one came", async () => {
  const { options, route, events, asked, settled } = shellAt(phone);
  const opened = openShell(options);
  asked[0]?.come();
  await opened;
  route.set(board);
  route.set(phone);
  asked[1]?.come();
  await settled();
  expect(events).toEqual(["light is shown", "texts: board"]);
});

it("says when the next one can't be had, until somebody goes elsewhere", async () => {
  const { options, route, events, asked, settled, isStuck } = shellAt(phone);
  const opened = openShell(options);
  asked[0]?.come();
  await opened;
  route.set(board);
  asked[1]?.fail();
  await settled();
  expect(isStuck()).toBe(true);
  route.set(phone);
  await settled();
  expect(isStuck()).toBe(false);
  expect(events).toEqual(["light is shown", "texts: board"]);
});

it("lets the small one say that the board can't be had", async () => {
  const { options, asked, events, settled, isStuck } = shellAt(board);
  const opened = openShell(options);
  asked[0]?.fail();
  await settled();
  asked[1]?.come();
  await opened;
  expect(asked.map(({ name }) => name)).toEqual(["board", "light"]);
  expect(events).toEqual(["texts: board", "light is shown"]);
  expect(isStuck()).toBe(true);
});
