import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Dialect } from "../wire/dialect.ts";
import { joinWorkshop } from "./our-api.ts";
import { ServerProcess, type ServerProgram } from "./server-process.ts";
import { startFlags } from "./start-flags.ts";

export const subjectNames = ["ours", "y-websocket", "hocuspocus", "batching-relay", "plain-relay"] as const;
export type SubjectName = (typeof subjectNames)[number];

/** Subjects that keep a document, and so can be joined late, restarted, and asked for what they stored. */
export const keepsDocuments = (name: SubjectName): boolean =>
  name !== "batching-relay" && name !== "plain-relay";

/** One person's way in. */
export interface Seat {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The document's name on the server. */
  readonly document: string;
  /** Ours, or one of the same length. */
  readonly participantId: string;
}

/** A server that runs, whoever's it is. */
export interface Subject {
  readonly name: SubjectName;
  readonly dialect: Dialect;
  /** The process that runs now. */
  readonly server: ServerProcess;
  /** Where it keeps what it stores; null when it was started without storage. */
  readonly directory: string | null;
  /** Seats in a new room: those who write first, then those who only listen. */
  openRoom(writers: number, listeners: number): Promise<Seat[]>;
  /** Stops it cleanly and starts it on the same data. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

const peersFolder = fileURLToPath(new URL("../peers/", import.meta.url));
const dialects: Readonly<Record<SubjectName, Dialect>> = {
  ours: "y-websocket",
  "y-websocket": "y-websocket",
  hocuspocus: "hocuspocus",
  "batching-relay": "relay",
  "plain-relay": "relay",
};

export interface Starting {
  /** Whether the peers keep what they are given; ours always does. */
  readonly stores: boolean;
  /** One connection sends everything: ours isn't to hold it to a person's share. */
  readonly soleWriter?: boolean;
}

export async function startSubject(
  name: SubjectName,
  { stores, soleWriter = false }: Starting,
): Promise<Subject> {
  const directory = stores || name === "ours" ? await mkdtemp(join(tmpdir(), `bench-${name}-`)) : null;
  const program = programOf(name, directory, soleWriter);
  let server = await ServerProcess.start(program);
  let rooms = 0;
  return {
    name,
    dialect: dialects[name],
    get server() {
      return server;
    },
    directory,
    async openRoom(writers, listeners) {
      rooms += 1;
      const document = `room-${rooms}`;
      if (name === "ours") {
        const seats = await joinWorkshop(`http://127.0.0.1:${server.port}`, writers, listeners);
        return seats.map((seat) => ({ ...seat, document }));
      }
      return Array.from({ length: writers + listeners }, (_, index) => ({
        path: `/${document}`,
        headers: {},
        document,
        participantId: `peer-participant-${String(index).padStart(4, "0")}`,
      }));
    },
    async restart() {
      await server.stop();
      server = await ServerProcess.start(program);
    },
    async close() {
      await server.kill();
      if (directory !== null) await rm(directory, { recursive: true, force: true });
    },
  };
}

function programOf(name: SubjectName, directory: string | null, soleWriter: boolean): ServerProgram {
  if (name === "ours") {
    return {
      flags: startFlags(),
      preload: [import.meta.resolve("./raise-limits.ts")],
      file: fileURLToPath(import.meta.resolve("@faelleskort/server/main.ts")),
      env: {
        HOST: "127.0.0.1",
        PORT: "0",
        LOG_LEVEL: "warn",
        DATA_DIR: directory ?? "",
        ...(soleWriter ? { BENCH_SOLE_WRITER: "1" } : {}),
      },
    };
  }
  return {
    flags: [],
    preload: [],
    file: join(peersFolder, `${name}.mjs`),
    env: directory === null ? {} : { DATA_DIR: directory },
  };
}
