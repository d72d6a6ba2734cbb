import { workshopId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, it } from "vitest";
import { pathOf, type Route, routeOf } from "./route.ts";
import { createRouter, type KnownRoute } from "./router.ts";

const address = (path: string) => {
  const { pathname, search, hash } = new URL(path, "http://here");
  return { pathname, search, hash };
};
const id = workshopId("abcdef123456");

const pages: [string, Route][] = [
  ["/", { page: "start" }],
  ["/join", { page: "join", invite: null }],
  ["/join#se-cret_1", { page: "join", invite: "se-cret_1" }],
  ["/join#wm4%20rfx", { page: "join", invite: "wm4 rfx" }],
  [`/w/${id}`, { page: "board", workshopId: id, share: false }],
  [`/w/${id}?share`, { page: "board", workshopId: id, share: true }],
  [`/w/${id}/phone`, { page: "phone", workshopId: id }],
  [`/w/${id}/projector`, { page: "projector", workshopId: id }],
];

describe("addresses", () => {
  it.each(pages)("%s is read and written alike", (path, route) => {
    expect(routeOf(address(path))).toEqual(route);
    if (route.page !== "unknown") expect(pathOf(route)).toBe(path);
  });

  it.each(["/nothing", "/w", "/w/no", "/w/<b>", `/w/${id}/other`, `/w/${id}/phone/more`])(
    "%s is no page",
    (path) => {
      expect(routeOf({ pathname: path, search: "", hash: "" })).toEqual({ page: "unknown" });
    },
  );

  it.each([
    ["/join#wm4%20rfx", "wm4 rfx"],
    ["/join#100%", "100%"],
  ])("%s holds what was typed", (path, invite) => {
    expect(routeOf(address(path))).toEqual({ page: "join", invite });
  });

  it("don't mind a slash at the end", () => {
    expect(routeOf(address(`/w/${id}/phone/`))).toEqual({ page: "phone", workshopId: id });
  });
});

/** A window with one address, and its own back button. */
class FakeWindow extends EventTarget {
  location = address("/");
  entries = ["/"];
  history = {
    pushState: (_state: unknown, _title: string, path?: string | URL | null) =>
      this.visit([...this.entries, String(path)]),
    replaceState: (_state: unknown, _title: string, path?: string | URL | null) =>
      this.visit([...this.entries.slice(0, -1), String(path)]),
  };
  private visit(entries: string[]): void {
    this.entries = entries;
    this.location = address(entries.at(-1) ?? "/");
  }
  back(): void {
    this.visit(this.entries.slice(0, -1));
    this.dispatchEvent(new Event("popstate"));
  }
}

describe("the router", () => {
  const board: KnownRoute = { page: "board", workshopId: id, share: false };

  it("goes there and back", () => {
    const window = new FakeWindow();
    const router = createRouter(window);
    const seen: string[] = [];
    router.route.subscribe(() => seen.push(router.route.get().page));
    router.go(board);
    window.back();
    expect(seen).toEqual(["board", "start"]);
    router.close();
    router.go(board);
    window.back();
    expect(window.entries).toEqual(["/"]);
  });

  it("leaves no secret behind the back button when it replaces", () => {
    const window = new FakeWindow();
    const router = createRouter(window);
    router.go({ page: "join", invite: "secret" });
    router.go(board, "replace");
    expect(window.entries).toEqual(["/", `/w/${id}`]);
    router.close();
  });
});
