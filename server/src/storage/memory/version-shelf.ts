import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { VersionId } from "@faelleskort/shared/model/version-id.ts";
import { StoreRefused } from "../../workshops/ports.ts";
import type { StoredVersion } from "../../workshops/version-store.ts";

/** The versions of the memory store. It keeps the arrays it's given and hands out copies. */
export interface VersionShelf {
  add(version: StoredVersion, content: Uint8Array, drop: readonly VersionId[]): void;
  list(workshopId: WorkshopId): readonly StoredVersion[];
  read(workshopId: WorkshopId, id: VersionId): { version: StoredVersion; content: Uint8Array } | null;
}

export function versionShelf(): VersionShelf {
  const versions = new Map<VersionId, { readonly version: StoredVersion; readonly content: Uint8Array }>();
  return {
    add(version, content, drop) {
      if (versions.has(version.id)) throw new StoreRefused("exists", `version ${version.id} exists already`);
      versions.set(version.id, { version, content });
      for (const id of drop)
        if (versions.get(id)?.version.workshopId === version.workshopId) versions.delete(id);
    },
    list: (workshopId) =>
      [...versions.values()]
        .map(({ version }) => version)
        .filter((version) => version.workshopId === workshopId),
    read(workshopId, id) {
      const found = versions.get(id);
      if (found === undefined || found.version.workshopId !== workshopId) return null;
      return { version: found.version, content: found.content.slice() };
    },
  };
}
