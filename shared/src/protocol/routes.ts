import type { PictureId, WorkshopId } from "../model/ids.ts";
import type { VersionId } from "../model/version-id.ts";

export type DocumentName = "board" | "stage";

/** Addresses of the HTTP API, for both sides. */
export const api = {
  health: "/healthz",
  metrics: "/metrics",
  openapi: "/api/openapi.json",
  time: "/api/time",
  workshops: "/api/workshops",
  preview: "/api/join/preview",
  join: "/api/join",
  me: (id: WorkshopId) => `/api/workshops/${id}/me`,
  invites: (id: WorkshopId) => `/api/workshops/${id}/invites`,
  commands: (id: WorkshopId) => `/api/workshops/${id}/commands`,
  picture: (id: WorkshopId) => `/api/workshops/${id}/picture`,
  pictures: (id: WorkshopId) => `/api/workshops/${id}/pictures`,
  pictureFile: (id: WorkshopId, picture: PictureId) => `/api/workshops/${id}/pictures/${picture}`,
  import: (id: WorkshopId) => `/api/workshops/${id}/import`,
  versions: (id: WorkshopId) => `/api/workshops/${id}/versions`,
  version: (id: WorkshopId, version: VersionId) => `/api/workshops/${id}/versions/${version}`,
  restoreVersion: (id: WorkshopId, version: VersionId) => `/api/workshops/${id}/versions/${version}/restore`,
  backup: (id: WorkshopId) => `/api/workshops/${id}/backup`,
  export: (id: WorkshopId, format: "json") => `/api/workshops/${id}/export.${format}`,
} as const;

/** y-websocket appends the document's name to this base. */
export const syncBase = (id: WorkshopId): string => `/sync/${id}`;

/** Pages. An invite's secret stands after the #, so that it reaches no log, proxy or referrer. */
export const page = {
  start: "/",
  join: "/join",
  joinBy: (secret: string) => `/join#${secret}`,
  board: (id: WorkshopId) => `/w/${id}`,
  phone: (id: WorkshopId) => `/w/${id}/phone`,
  projector: (id: WorkshopId) => `/w/${id}/projector`,
} as const;
