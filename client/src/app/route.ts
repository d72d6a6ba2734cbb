import { type WorkshopId, WorkshopIdSchema } from "@faelleskort/shared/model/ids.ts";
import { page } from "@faelleskort/shared/protocol/routes.ts";
import * as v from "valibot";

/** A page of the product, as its address tells. */
export type Route =
  | { readonly page: "start" }
  /** `invite` is the secret behind the #, or null when a code is to be typed. */
  | { readonly page: "join"; readonly invite: string | null }
  /** `share`: with the panel open that hands out the invitations. */
  | { readonly page: "board"; readonly workshopId: WorkshopId; readonly share: boolean }
  | { readonly page: "phone"; readonly workshopId: WorkshopId }
  | { readonly page: "projector"; readonly workshopId: WorkshopId }
  | { readonly page: "unknown" };

/** The parts of an address that are read; `location` has them. */
export interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

const shareMark = "?share";

export function routeOf({ pathname, search, hash }: Address): Route {
  const path = pathname.length > 1 && pathname.endsWith("/") ? pathname.slice(0, -1) : pathname;
  if (path === page.start) return { page: "start" };
  if (path === page.join) return { page: "join", invite: decoded(hash.slice(1)) || null };
  const [, id = "", view] = /^\/w\/([^/]+)(?:\/([a-z]+))?$/.exec(path) ?? [];
  const workshopId = v.safeParse(WorkshopIdSchema, id);
  if (!workshopId.success) return { page: "unknown" };
  switch (view) {
    case undefined:
      return { page: "board", workshopId: workshopId.output, share: search === shareMark };
    case "phone":
    case "projector":
      return { page: view, workshopId: workshopId.output };
    default:
      return { page: "unknown" };
  }
}

/** What stands behind the #: a browser writes a typed code's space as %20. Garbage stays as it is, and is turned down. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return text;
  }
}

export function pathOf(route: Exclude<Route, { page: "unknown" }>): string {
  switch (route.page) {
    case "start":
      return page.start;
    case "join":
      return route.invite === null ? page.join : page.joinBy(encodeURIComponent(route.invite));
    case "board":
      return page.board(route.workshopId) + (route.share ? shareMark : "");
    case "phone":
      return page.phone(route.workshopId);
    case "projector":
      return page.projector(route.workshopId);
  }
}
