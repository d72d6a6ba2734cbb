import {
  type ExampleCommand,
  exampleCommands,
  examplePicture,
  exampleWorkshop,
} from "@faelleskort/shared/example/hoje-gladsaxe.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import type { Joined, WorkshopCreated } from "@faelleskort/shared/protocol/http.ts";
import type {
  ExampleBoard,
  ExampleFailure,
  ExamplePorts,
  ExampleProgress,
  ExampleStep,
} from "./example-ports.ts";

/** Commands written between two breaths: a few milliseconds of work, and one frame to the server. */
const chunkSize = 20;

export interface LoadedExample {
  readonly created: WorkshopCreated;
  /** Who the person now is in it: a facilitator, with a session. */
  readonly joined: Joined;
}

export interface ExampleOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExampleProgress) => void;
  /** For servers where making a workshop needs one. */
  readonly createKey?: string;
}

/**
 * Makes a workshop with the example in it: creates it, joins as facilitator, uploads the area picture, writes the
 * board by the public commands and waits until the server has stored them. The board is closed again in every case.
 * Aborting stops before the next command; a port that throws because of the signal counts as aborted, any other throw is
 * a defect and passes on.
 */
export async function loadExample<Failure>(
  ports: ExamplePorts<Failure>,
  options: ExampleOptions,
): Promise<Result<LoadedExample, ExampleFailure<Failure>>> {
  const { signal, createKey } = options;
  const commands = exampleCommands(() => ports.newId());
  let created: WorkshopCreated | null = null;
  let board: ExampleBoard | null = null;

  const aborted = () => err({ reason: "aborted" as const, created });
  const failed = (step: ExampleStep, failure: Failure) =>
    err(
      signal.aborted
        ? { reason: "aborted" as const, created }
        : { reason: "failed" as const, step, failure, created },
    );
  const report = (step: ExampleStep, done: number) =>
    options.onProgress({ step, done, total: commands.length });

  try {
    report("create", 0);
    const making = await ports.createWorkshop(
      { ...exampleWorkshop, ...(createKey === undefined ? {} : { createKey }) },
      signal,
    );
    if (!making.ok) return failed("create", making.error);
    created = making.value;
    if (signal.aborted) return aborted();

    report("join", 0);
    const joining = await ports.join({ invite: created.invites.facilitator.secret }, signal);
    if (!joining.ok) return failed("join", joining.error);
    if (signal.aborted) return aborted();

    report("picture", 0);
    const picture = await ports.fetchPicture(examplePicture.path, signal);
    if (!picture.ok) return failed("picture", picture.error);
    const uploading = await ports.uploadPicture(created.workshopId, picture.value, signal);
    if (!uploading.ok) return failed("picture", uploading.error);
    if (signal.aborted) return aborted();

    report("open", 0);
    const opening = await ports.openBoard(joining.value, signal);
    if (!opening.ok) return failed("open", opening.error);
    board = opening.value;

    // Later cards are younger, also when the clock stands still: the wall, the tray and merges go by age.
    const start = ports.now();
    for (let done = 0; done < commands.length; done += chunkSize) {
      if (signal.aborted) return aborted();
      report("write", done);
      const chunk = commands.slice(done, done + chunkSize);
      const rejected = writeChunk(board, chunk, start + done);
      if (rejected) return err({ ...rejected, created });
      await ports.breathe();
    }
    if (signal.aborted) return aborted();

    report("save", commands.length);
    const saving = await ports.whenSaved(board, signal);
    return saving.ok ? ok({ created, joined: joining.value }) : failed("save", saving.error);
  } catch (error) {
    if (signal.aborted) return aborted();
    throw error;
  } finally {
    board?.close();
  }
}

function writeChunk(board: ExampleBoard, chunk: readonly ExampleCommand[], now: number) {
  for (const [index, { author, command }] of chunk.entries()) {
    const written = board.dispatch(command, { author, now: now + index });
    if (!written.ok) return { reason: "rejected" as const, command, rejection: written.error };
  }
  return null;
}
