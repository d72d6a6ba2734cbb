import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { VersionInfo } from "@faelleskort/shared/model/version.ts";
import type { VersionId } from "@faelleskort/shared/model/version-id.ts";
import type { Digest } from "../config/digest.ts";

/** A kept version, without its content. */
export interface StoredVersion extends VersionInfo {
  readonly workshopId: WorkshopId;
  /** Of the content: two versions of one board at rest have the same, and share it. */
  readonly digest: Digest;
  /** Bytes that the content takes. */
  readonly size: number;
}

/** The part of the store that keeps older versions of boards. Its contract is the store's (`ports.ts`). */
export interface VersionStore {
  /**
   * Keeps a version, and lets go of others of the same workshop; contents that no version has any more go, too. A content that is there
   * already (by its digest) isn't stored again. Ids in `drop` that aren't there are passed over.
   * Refused: `exists`, `no-such-workshop`.
   */
  addVersion(version: StoredVersion, content: Uint8Array, drop: readonly VersionId[]): Promise<void>;
  /** In the order in which they were added. */
  listVersions(workshopId: WorkshopId): Promise<readonly StoredVersion[]>;
  /** null when that workshop has no such version. Refused: `damaged`. */
  readVersion(
    workshopId: WorkshopId,
    id: VersionId,
  ): Promise<{ readonly version: StoredVersion; readonly content: Uint8Array } | null>;
}
