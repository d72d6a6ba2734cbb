import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import type { Change } from "@faelleskort/shared/commands/change.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { decideStage } from "@faelleskort/shared/commands/decide-stage.ts";
import { type PictureId, pictureId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import type { AreaPicture } from "@faelleskort/shared/model/stage.ts";
import { importChanges, type WorkshopExport } from "@faelleskort/shared/protocol/export.ts";
import * as Y from "yjs";
import { roomLimits } from "../policies/limits.ts";
import { readPictureHeader } from "../policies/picture-header.ts";
import { withoutMetadata } from "../policies/picture-metadata.ts";
import type { LiveWorkshop } from "./live-workshop.ts";
import type { Clock, Randomness, Store } from "./ports.ts";
import { randomId } from "./random-id.ts";

export interface FillingParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly randomness: Randomness;
}
export type PictureFailure = "picture-unreadable" | "picture-too-many-pixels";

/** Checks a picture and keeps it, without what its camera wrote beside it; nothing shows it yet. */
export async function keepPicture(
  { store, randomness }: FillingParts,
  workshopId: WorkshopId,
  bytes: Uint8Array,
): Promise<Result<AreaPicture, PictureFailure>> {
  const header = readPictureHeader(bytes);
  if (!header.ok) return header;
  const clean = withoutMetadata(bytes, header.value.type);
  if (clean === null) return err("picture-unreadable");
  const id: PictureId = pictureId(randomId(randomness));
  await store.putPicture({ id, workshopId, bytes: clean, ...header.value });
  const { width, height } = header.value;
  return ok({ id, width, height });
}

/** Shows a kept picture as the workshop's area. */
export async function showPicture(workshop: LiveWorkshop, picture: AreaPicture, clock: Clock): Promise<void> {
  const decided = decideStage(workshop.stage, { type: "picture.set", picture }, clock.now());
  if (!decided.ok) throw new Error(`a picture was rejected: ${decided.error}`);
  await workshop.writeStage(decided.value);
}

/** Deleted records count: one of the file's could have the same id, and would be passed over. */
function isEmpty({ board }: LiveWorkshop): boolean {
  const { actorsById, marksById, notesById } = readBoard(board.doc);
  return actorsById.size + marksById.size + notesById.size === 0;
}

/** Bytes that a new document with these changes takes. */
function sizeOf(changes: readonly Change[]): number {
  const doc = new Y.Doc();
  applyChanges(doc, changes, null);
  return Y.encodeStateAsUpdate(doc).length;
}

/** Puts an exported workshop into an empty one: its title, area, plan, picture and board. */
export async function fillWorkshop(
  parts: FillingParts,
  workshop: LiveWorkshop,
  file: WorkshopExport,
): Promise<
  Result<
    void,
    PictureFailure | "board-not-empty" | "import-unreadable" | "template-not-available" | "too-large"
  >
> {
  const { template, title, area, locale, steps } = file.workshop;
  const [firstStep] = steps;
  if (template !== workshop.stage.template) return err("template-not-available");
  const hasUniqueSteps = new Set(steps.map(({ id }) => id)).size === steps.length;
  if (firstStep === undefined || !hasUniqueSteps) return err("import-unreadable");
  if (!isEmpty(workshop)) return err("board-not-empty");
  const changes = importChanges(file.board);
  if (sizeOf(changes) > roomLimits.import) return err("too-large");

  let picture: AreaPicture | null = null;
  if (file.picture !== null) {
    const bytes = new Uint8Array(Buffer.from(file.picture.base64, "base64"));
    const kept = await keepPicture(parts, workshop.record.id, bytes);
    if (!kept.ok) return kept;
    picture = kept.value;
  }
  // The stage first: when storing fails before the board is written, the import can be repeated.
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
  });
  if (!isEmpty(workshop)) return err("board-not-empty");
  await workshop.board.write((doc) => applyChanges(doc, changes, null));
  return ok(undefined);
}
