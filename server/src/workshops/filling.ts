import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import type { Change } from "@faelleskort/shared/commands/change.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { decideStage } from "@faelleskort/shared/commands/decide-stage.ts";
import type { PictureId, WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import type { AreaPicture } from "@faelleskort/shared/model/stage.ts";
import {
  importChanges,
  withPicturesNamed,
  type WorkshopExport,
} from "@faelleskort/shared/protocol/export.ts";
import { type PooledVersion, versionsOfPool } from "@faelleskort/shared/protocol/version-pool.ts";
import * as Y from "yjs";
import { roomLimits, versionLimits } from "../policies/limits.ts";
import type { LiveWorkshop } from "./live-workshop.ts";
import {
  checkPicture,
  type CheckedPicture,
  type PictureFailure,
  type PictureParts,
  storePicture,
} from "./pictures.ts";
import type { Clock } from "./ports.ts";

export interface FillingParts extends PictureParts {
  readonly clock: Clock;
}

/** Shows a kept picture as the workshop's area. */
export async function showPicture(workshop: LiveWorkshop, picture: AreaPicture, clock: Clock): Promise<void> {
  const decided = decideStage(workshop.stage, { type: "picture.set", picture }, clock.now());
  if (!decided.ok) throw new Error(`a picture was rejected: ${decided.error}`);
  await workshop.writeStage(decided.value);
}

/** Deleted records count: one of the file's could have the same id, and would be passed over. */
function isEmpty({ board }: LiveWorkshop): boolean {
  const { actorsById, marksById, notesById, elementsById } = readBoard(board.doc);
  return actorsById.size + marksById.size + notesById.size + elementsById.size === 0;
}

/** Bytes that a new document with these changes takes. */
function sizeOf(changes: readonly Change[]): number {
  const doc = new Y.Doc();
  applyChanges(doc, changes, null);
  return Y.encodeStateAsUpdate(doc).length;
}

/** Keeps all pictures of a file, or none when one can't be kept. `names`: what they are called from now on. */
async function keepPictures(
  parts: FillingParts,
  workshopId: WorkshopId,
  file: WorkshopExport,
): Promise<
  Result<{ picture: AreaPicture | null; names: ReadonlyMap<PictureId, PictureId> }, PictureFailure>
> {
  const read = (base64: string) => checkPicture(new Uint8Array(Buffer.from(base64, "base64")));
  const area = file.picture === null ? null : read(file.picture.base64);
  if (area?.ok === false) return area;
  const others: { readonly id: PictureId; readonly checked: CheckedPicture }[] = [];
  for (const { id, base64 } of file.pictures) {
    const checked = read(base64);
    if (!checked.ok) return checked;
    others.push({ id, checked: checked.value });
  }
  const picture = area === null ? null : await storePicture(parts, workshopId, area.value);
  const names = await Promise.all(
    others.map(async ({ id, checked }) => [id, (await storePicture(parts, workshopId, checked)).id] as const),
  );
  return ok({ picture, names: new Map(names) });
}

/** The file's versions with the pictures' new names; null when they can't be read. */
function versionsOf(
  { versions }: WorkshopExport,
  picture: AreaPicture | null,
  names: ReadonlyMap<PictureId, PictureId>,
): PooledVersion[] | null {
  if (versions === undefined) return [];
  const records = withPicturesNamed(versions.records, names);
  return versionsOfPool({ ...versions, records }, picture, versionLimits.imported);
}

/**
 * Puts an exported workshop into an empty one: its title, area, plan, sheets, pictures, versions and board.
 * @param keepVersions keeps what the file has of older versions, oldest first
 */
export async function fillWorkshop(
  parts: FillingParts,
  workshop: LiveWorkshop,
  file: WorkshopExport,
  keepVersions: (versions: readonly PooledVersion[]) => Promise<void>,
): Promise<
  Result<
    void,
    PictureFailure | "board-not-empty" | "import-unreadable" | "template-not-available" | "too-large"
  >
> {
  const { template, title, area, locale, steps, freeSheets } = file.workshop;
  const [firstStep] = steps;
  if (template !== workshop.stage.template) return err("template-not-available");
  const hasUniqueSteps = new Set(steps.map(({ id }) => id)).size === steps.length;
  if (firstStep === undefined || !hasUniqueSteps) return err("import-unreadable");
  if (!isEmpty(workshop)) return err("board-not-empty");
  if (sizeOf(importChanges(file.board)) > roomLimits.import) return err("too-large");
  if (versionsOf(file, null, new Map()) === null) return err("import-unreadable");
  const kept = await keepPictures(parts, workshop.record.id, file);
  if (!kept.ok) return kept;
  const { picture, names } = kept.value;
  const changes = importChanges(withPicturesNamed(file.board, names));
  // The stage and the versions first: when storing fails before the board is written, the import can be repeated.
  const { course } = file;
  const current =
    steps.find(({ id, skipped }) => (course === undefined ? !skipped : id === course.currentStep)) ??
    firstStep;
  const timer = { state: "idle" } as const;
  await workshop.writeStage({
    ...workshop.stage,
    ...(course === undefined ? {} : { locked: course.locked, writing: course.writing }),
    title,
    area,
    locale,
    steps,
    currentStep: current.id,
    timer,
    picture,
    freeSheets,
  });
  await keepVersions(versionsOf(file, picture, names) ?? []);
  if (!isEmpty(workshop)) return err("board-not-empty");
  await workshop.board.write((doc) => applyChanges(doc, changes, null));
  return ok(undefined);
}
