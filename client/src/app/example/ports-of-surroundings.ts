import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import type { Change } from "@faelleskort/shared/commands/change.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import { nanoid } from "nanoid";
import type { ApiError } from "../../session/api.ts";
import { openSession } from "../../session/open-session.ts";
import type { Session, Surroundings } from "../../session/session.ts";
import { rethrow } from "../../session/rethrow.ts";
import { foldChanges } from "../../state/fold-changes.ts";
import { fromThisPerson } from "../../state/history.ts";
import type { ExampleBoard, ExamplePorts } from "./example-ports.ts";

interface SessionBoard extends ExampleBoard {
  readonly session: Session;
}

/** What loading the example needs, out of what the application has. */
export function examplePorts(surroundings: Surroundings): ExamplePorts<ApiError> {
  const { api, now } = surroundings;
  const sessionsByBoard = new WeakMap<ExampleBoard, Session>();
  return {
    createWorkshop: (body, signal) => api.createWorkshop(body, signal),
    join: (body, signal) => api.join(body, signal),
    fetchPicture,
    uploadPicture: (workshop, picture, signal) => api.uploadPicture(workshop, picture, signal),
    async openBoard({ workshopId }) {
      const opened = await openSession(workshopId, surroundings);
      if (!opened.ok) {
        const { error } = opened;
        return err(error.kind === "failed" ? error.error : { kind: "unreachable" });
      }
      const board = boardOf(opened.value);
      sessionsByBoard.set(board, board.session);
      return ok(board);
    },
    async whenSaved(board, signal) {
      const session = sessionsByBoard.get(board);
      return session ? saved(session, signal) : ok(undefined);
    },
    breathe: () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    newId: () => nanoid(),
    now,
  };
}

/** Decides each command on the board as it will be, and writes all of one turn in one transaction: one frame. */
function boardOf(session: Session): SessionBoard {
  let snapshot = readBoard(session.board);
  let waiting: Change[] = [];
  const flush = () => {
    const changes = waiting;
    waiting = [];
    applyChanges(session.board, changes, fromThisPerson);
  };
  return {
    session,
    dispatch(command, context) {
      const decision = decideBoard(snapshot, command, context);
      if (!decision.ok) return decision;
      snapshot = foldChanges(snapshot, decision.value);
      if (waiting.length === 0) queueMicrotask(flush);
      waiting.push(...decision.value);
      return decision;
    },
    close() {
      session.close().catch(rethrow);
    },
  };
}

function saved({ status }: Session, signal: AbortSignal): Promise<Result<undefined, ApiError>> {
  return new Promise((resolve) => {
    const settle = (outcome: Result<undefined, ApiError>) => {
      stop();
      signal.removeEventListener("abort", abort);
      resolve(outcome);
    };
    const abort = () => settle(err({ kind: "unreachable" }));
    const look = () => {
      if (status.get().kind === "saved") settle(ok(undefined));
    };
    const stop = status.subscribe(look);
    signal.addEventListener("abort", abort);
    look();
  });
}

async function fetchPicture(path: string, signal: AbortSignal): Promise<Result<Blob, ApiError>> {
  try {
    const response = await fetch(path, { signal });
    return response.ok ? ok(await response.blob()) : err({ kind: "unreadable", status: response.status });
  } catch {
    return err({ kind: "unreachable" });
  }
}
