import type { PictureId, WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { poolBuilder, type VersionPool } from "@faelleskort/shared/protocol/version-pool.ts";
import { versionLimits } from "../policies/limits.ts";
import type { Versions } from "./versions.ts";

/**
 * A workshop's versions for its backup, the newest first as long as there is room; null when there are none.
 * @param picture the area picture that the backup holds
 */
export async function pooledVersions(
  versions: Pick<Versions, "list" | "read">,
  workshopId: WorkshopId,
  picture: PictureId | null,
): Promise<VersionPool | null> {
  const builder = poolBuilder(versionLimits.inBackup, versionLimits.imported);
  const list = await versions.list(workshopId);
  for (const { id } of list) {
    // One after the other: a hundred boards at once are too much memory.
    // oxlint-disable-next-line no-await-in-loop
    const found = await versions.read(workshopId, id);
    if (found === null) continue;
    const { version, content } = found;
    const hasPicture = picture !== null && content.picture?.id === picture;
    builder.add({ version, content: hasPicture ? content : { ...content, picture: null } });
  }
  return list.length === 0 ? null : builder.pool();
}
