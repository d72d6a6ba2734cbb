import type { BoardCommand, BoardRejection } from "@faelleskort/shared/commands/board-command.ts";
import type { CommandContext } from "@faelleskort/shared/commands/decide-board.ts";
import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import type { Result } from "@faelleskort/shared/model/result.ts";
import type { CreateWorkshop, Join, Joined, WorkshopCreated } from "@faelleskort/shared/protocol/http.ts";

/** The board of the new workshop, open for writing. */
export interface ExampleBoard {
  /** Decides the command on the board as it stands and writes it, as everybody's commands are. */
  dispatch(command: BoardCommand, context: CommandContext): Result<unknown, BoardRejection>;
  close(): void;
}

/** What loading the example needs from the application. `Failure` is the application's own kind of failed request. */
export interface ExamplePorts<Failure> {
  /** `POST /api/workshops` */
  createWorkshop(body: CreateWorkshop, signal: AbortSignal): Promise<Result<WorkshopCreated, Failure>>;
  /** `POST /api/join`; the session cookie comes with it. */
  join(body: Join, signal: AbortSignal): Promise<Result<Joined, Failure>>;
  /** A file of the client's own `public` folder. */
  fetchPicture(path: string, signal: AbortSignal): Promise<Result<Blob, Failure>>;
  uploadPicture(workshop: WorkshopId, picture: Blob, signal: AbortSignal): Promise<Result<unknown, Failure>>;
  openBoard(joined: Joined, signal: AbortSignal): Promise<Result<ExampleBoard, Failure>>;
  /** Settles when the server has stored all that was dispatched to the board. */
  whenSaved(board: ExampleBoard, signal: AbortSignal): Promise<Result<unknown, Failure>>;
  /** Gives the browser a turn to draw. */
  breathe(): Promise<void>;
  newId(): string;
  /** Milliseconds since 1970. */
  now(): number;
}

export type ExampleStep = "create" | "join" | "picture" | "open" | "write" | "save";

/** How far loading is. Of `total` commands `done` are written; the other steps count for nothing. */
export interface ExampleProgress {
  readonly step: ExampleStep;
  readonly done: number;
  readonly total: number;
}

/** A workshop that was made before the failure stays on the server, filled as far as it came. */
export type ExampleFailure<Failure> = { readonly created: WorkshopCreated | null } & (
  | { readonly reason: "aborted" }
  | { readonly reason: "failed"; readonly step: ExampleStep; readonly failure: Failure }
  | { readonly reason: "rejected"; readonly command: BoardCommand; readonly rejection: BoardRejection }
);
