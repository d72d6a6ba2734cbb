import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { VersionId } from "@faelleskort/shared/model/version-id.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import {
  RestoredVersionSchema,
  VersionReadSchema,
  VersionsSchema,
  VersionTakenSchema,
} from "@faelleskort/shared/protocol/versions.ts";
import type { Api } from "../../session/api.ts";

type Caller = Pick<Api, "call">;

export const listVersions = ({ call }: Caller, id: WorkshopId) =>
  call("GET", api.versions(id), VersionsSchema);

/** @param name null: it goes by its time */
export const keepVersion = ({ call }: Caller, id: WorkshopId, name: string | null) =>
  call("POST", api.versions(id), VersionTakenSchema, { json: { name } });

export const readVersion = ({ call }: Caller, id: WorkshopId, version: VersionId) =>
  call("GET", api.version(id, version), VersionReadSchema);

export const restoreVersion = ({ call }: Caller, id: WorkshopId, version: VersionId) =>
  call("POST", api.restoreVersion(id, version), RestoredVersionSchema);
