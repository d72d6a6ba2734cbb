import { restoringChanges } from "@faelleskort/shared/commands/restoring.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import type { VersionInfo } from "@faelleskort/shared/model/version.ts";
import { type VersionId, versionId } from "@faelleskort/shared/model/version-id.ts";
import type { PooledVersion } from "@faelleskort/shared/protocol/version-pool.ts";
import { countsOf, snapshotOfVersion, type VersionContent } from "@faelleskort/shared/protocol/versions.ts";
import { roomLimits, versionLimits } from "../policies/limits.ts";
import { type Thinnable, versionsToDrop } from "../policies/thin-versions.ts";
import type { LiveWorkshop } from "./live-workshop.ts";
import type { Clock, Randomness, Store } from "./ports.ts";
import { randomId } from "./random-id.ts";
import { contentNow, packContent, unpackContent } from "./version-content.ts";
import type { StoredVersion } from "./version-store.ts";

export interface VersionsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

/** Why a version is kept, and in whose name. */
export type Occasion = Pick<VersionInfo, "kind" | "name" | "step" | "by">;

export type RestoreFailure = "no-such-version" | "versions-full" | "too-large";

/**
 * Older versions of the boards: kept when somebody or `StepVersions` asks, looked at, brought back. One thing at a time for each
 * workshop, so that two never decide on the same list. Nothing of it stands in the way of an edit.
 */
export class Versions {
  readonly #parts: VersionsParts;
  readonly #lastByWorkshop = new Map<WorkshopId, Promise<unknown>>();

  constructor(parts: VersionsParts) {
    this.#parts = parts;
  }

  /** Newest first. */
  async list(workshopId: WorkshopId): Promise<readonly VersionInfo[]> {
    return (await this.#parts.store.listVersions(workshopId)).toReversed().map(infoOf);
  }

  /** null when there is none. */
  async read(
    workshopId: WorkshopId,
    id: VersionId,
  ): Promise<{ version: VersionInfo; content: VersionContent } | null> {
    const found = await this.#parts.store.readVersion(workshopId, id);
    return found && { version: infoOf(found.version), content: await unpackContent(found.content) };
  }

  /**
   * Keeps the board as it is now; resolves once that is on disk. One that came by itself isn't kept when the newest is the same: then that
   * one is the answer.
   */
  keep(workshop: LiveWorkshop, occasion: Occasion): Promise<Result<VersionInfo, "versions-full">> {
    return this.#inTurn(workshop.record.id, () => this.#keep(workshop, occasion));
  }

  /**
   * Makes the board look as it did in a version, by edits of the server's own, and keeps it as it was before and as it is then.
   * @returns the version that takes it back; null when the board was like that already
   */
  restore(
    workshop: LiveWorkshop,
    id: VersionId,
    by: string,
  ): Promise<Result<VersionId | null, RestoreFailure>> {
    return this.#inTurn(workshop.record.id, () => this.#restore(workshop, id, by));
  }

  /** Versions of an imported file, oldest first. Those there is no room for are left out. */
  async take(workshopId: WorkshopId, versions: readonly PooledVersion[]): Promise<void> {
    for (const { version, content, counts } of versions)
      // One after the other: each finds its place among those before.
      // oxlint-disable-next-line no-await-in-loop
      await this.#inTurn(workshopId, () => this.#add(workshopId, { ...version, counts }, content));
  }

  /** Resolves when all that was asked for is done. */
  async settle(): Promise<void> {
    await Promise.all(this.#lastByWorkshop.values());
  }

  async #keep(workshop: LiveWorkshop, occasion: Occasion): Promise<Result<VersionInfo, "versions-full">> {
    const { id } = workshop.record;
    // What came before is on disk; what comes between here and the commit is handed to the store before the version.
    await workshop.board.saved();
    const content = contentNow(workshop.board.doc, workshop.stage);
    const createdAt = this.#parts.clock.now();
    return await this.#add(id, { ...occasion, createdAt, counts: countsOf(content.board) }, content, () =>
      workshop.board.saved(),
    );
  }

  async #restore(
    workshop: LiveWorkshop,
    id: VersionId,
    by: string,
  ): Promise<Result<VersionId | null, RestoreFailure>> {
    const wanted = await this.read(workshop.record.id, id);
    if (wanted === null) return err("no-such-version");
    const { board, freeSheets } = wanted.content;
    const then = snapshotOfVersion(board);
    if (restoringChanges(readBoard(workshop.board.doc), then).length === 0) return ok(null);
    const step = workshop.stage.currentStep;
    const before = await this.#keep(workshop, { kind: "before-restore", name: null, step, by });
    if (!before.ok) return before;

    // Read again: people went on while that was written.
    const changes = restoringChanges(readBoard(workshop.board.doc), then);
    const grown = workshop.board.figures.bytes + JSON.stringify(changes).length;
    if (grown > roomLimits.document) return err("too-large");
    await workshop.board.write((doc) => applyChanges(doc, changes, null));

    const { stage } = workshop;
    const missing = freeSheets.filter((sheet) => stage.freeSheets.every((known) => known.id !== sheet.id));
    await workshop.writeStage({
      ...stage,
      freeSheets: [...stage.freeSheets, ...missing].slice(0, contentLimits.freeSheets),
      restored: { serial: (stage.restored?.serial ?? 0) + 1, before: before.value.id },
    });
    const name = wanted.version.name;
    // When there is no room for it, the board is brought back all the same.
    await this.#keep(workshop, { kind: "restored", name, step: wanted.version.step, by });
    return ok(before.value.id);
  }

  async #add(
    workshopId: WorkshopId,
    info: Omit<VersionInfo, "id">,
    content: VersionContent,
    written: () => Promise<void> = async () => {},
  ): Promise<Result<VersionInfo, "versions-full">> {
    const { store, randomness } = this.#parts;
    const [packed, kept] = await Promise.all([
      packContent(content),
      store.listVersions(workshopId),
      written(),
    ]);
    const { digest, bytes } = packed;
    const newest = kept.at(-1);
    if (info.kind !== "asked" && newest?.digest === digest) return ok(infoOf(newest));
    const id = versionId(randomId(randomness));
    const version: StoredVersion = { ...info, id, workshopId, digest, size: bytes.length };
    const drop = versionsToDrop(
      // The newest stays: it may be the one that takes a restoring back.
      kept.map((one) => thinnable(one, one === newest)),
      thinnable(version),
      versionLimits,
    );
    if (drop === null) return err("versions-full");
    await store.addVersion(version, bytes, drop);
    return ok(infoOf(version));
  }

  #inTurn<T>(workshopId: WorkshopId, run: () => Promise<T>): Promise<T> {
    const before = this.#lastByWorkshop.get(workshopId) ?? Promise.resolve();
    const done = before.then(run);
    const end = (): void => {
      if (this.#lastByWorkshop.get(workshopId) === last) this.#lastByWorkshop.delete(workshopId);
    };
    const last = done.then(end, end);
    this.#lastByWorkshop.set(workshopId, last);
    return done;
  }
}

const infoOf = ({ id, kind, name, step, createdAt, by, counts }: StoredVersion): VersionInfo => ({
  id,
  kind,
  name,
  step,
  createdAt,
  by,
  counts,
});

const thinnable = (
  { id, kind, createdAt, digest, size }: StoredVersion,
  mustStay = false,
): Thinnable<VersionId> => ({
  id,
  createdAt,
  mustStay: mustStay || kind === "asked",
  digest,
  size,
});
