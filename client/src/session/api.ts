import type { WorkshopCommand } from "@faelleskort/shared/commands/stage-command.ts";
import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import type { Locale } from "@faelleskort/shared/model/stage.ts";
import {
  CommandDoneSchema,
  type CreateWorkshop,
  ImportedSchema,
  InvitesSchema,
  type Join,
  JoinedSchema,
  MeSchema,
  PictureStoredSchema,
  PreviewedSchema,
  ProblemSchema,
  TimeSchema,
  WorkshopCreatedSchema,
} from "@faelleskort/shared/protocol/http.ts";
import type { ProblemCode } from "@faelleskort/shared/protocol/problems.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import * as v from "valibot";

/** Why a call didn't succeed. */
export type ApiError =
  /** The server said no: `code` is a `ProblemCode` it knows, `sentence` is in the reader's language. */
  | {
      readonly kind: "problem";
      readonly code: ProblemCode | (string & {});
      readonly status: number;
      readonly sentence: string;
    }
  /** Nobody answered: no net, or the server is down. */
  | { readonly kind: "unreachable" }
  /** Somebody answered, but not our server (a hotspot's sign-in page, a proxy). */
  | { readonly kind: "unreadable"; readonly status: number };

/** Whether the server knows this person not, or no longer. */
export const isShutOut = (error: ApiError): boolean =>
  error.kind === "problem" && [401, 403, 404].includes(error.status);

export interface ApiOptions {
  readonly fetch: typeof fetch;
  /** The reader's language at the time of the call. */
  readonly locale: () => Locale;
  /** Milliseconds until a call counts as unanswered. */
  readonly patience?: number;
}

type Body = { readonly json: unknown } | { readonly file: Blob };

/** The HTTP API as typed functions. Nothing throws: what can be expected to go wrong is in the result. */
export function createApi({ fetch, locale, patience = 20_000 }: ApiOptions) {
  async function call<T>(
    method: "GET" | "POST" | "PUT",
    path: string,
    schema: v.GenericSchema<unknown, T>,
    body?: Body,
    signal?: AbortSignal,
  ): Promise<Result<T, ApiError>> {
    const headers: Record<string, string> = { accept: "application/json", "accept-language": locale() };
    if (body) headers["content-type"] = "json" in body ? "application/json" : body.file.type;
    // A large file on a slow line is not an unanswered call.
    const deadline = startDeadline(body && "file" in body ? null : patience, signal);
    let response: Response;
    let answer: unknown;
    try {
      response = await fetch(path, {
        method,
        headers,
        credentials: "same-origin",
        signal: deadline.signal,
        ...(body ? { body: "json" in body ? JSON.stringify(body.json) : body.file } : {}),
      });
    } catch {
      deadline.end();
      return err({ kind: "unreachable" });
    }
    const { status } = response;
    try {
      answer = await response.json();
    } catch {
      return err({ kind: "unreadable", status });
    } finally {
      deadline.end();
    }
    if (!response.ok) {
      const problem = v.safeParse(ProblemSchema, answer);
      if (!problem.success) return err({ kind: "unreadable", status });
      return err({ kind: "problem", code: problem.output.code, status, sentence: problem.output.detail });
    }
    const parsed = v.safeParse(schema, answer);
    return parsed.success ? ok(parsed.output) : err({ kind: "unreadable", status });
  }

  return {
    /** Any call of the API; those that only some pages make stand with them. */
    call,
    createWorkshop: (workshop: CreateWorkshop, signal?: AbortSignal) =>
      call("POST", api.workshops, WorkshopCreatedSchema, { json: workshop }, signal),
    /** What an invitation leads to, before joining. */
    preview: (invite: string) => call("POST", api.preview, PreviewedSchema, { json: { invite } }),
    /** Joins; the browser keeps the session in a cookie that no script can read. */
    join: (join: Join, signal?: AbortSignal) => call("POST", api.join, JoinedSchema, { json: join }, signal),
    me: (id: WorkshopId) => call("GET", api.me(id), MeSchema),
    /** The invitations this person may hand on. */
    invites: (id: WorkshopId) => call("GET", api.invites(id), InvitesSchema),
    command: (id: WorkshopId, command: WorkshopCommand) =>
      call("POST", api.commands(id), CommandDoneSchema, { json: command }),
    /** Stores an area picture and shows it to all. */
    uploadPicture: (id: WorkshopId, file: Blob, signal?: AbortSignal) =>
      call("PUT", api.picture(id), PictureStoredSchema, { file }, signal),
    /** Keeps a picture for a free sheet; what comes back is put there by `element.add`. */
    addPicture: (id: WorkshopId, file: Blob, signal?: AbortSignal) =>
      call("POST", api.pictures(id), PictureStoredSchema, { file }, signal),
    /** Puts an exported workshop into this one, whose board must be empty. `file` is the file's own text. */
    importWorkshop: (id: WorkshopId, file: Blob) =>
      call("POST", api.import(id), ImportedSchema, {
        file: file.type === "application/json" ? file : file.slice(0, file.size, "application/json"),
      }),
    time: () => call("GET", api.time, TimeSchema),
  };
}
/** Ends a call after `ms`, or when `other` does. By hand: `AbortSignal.any` is missing in browsers people still have. */
function startDeadline(ms: number | null, other?: AbortSignal) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = ms === null ? undefined : setTimeout(abort, ms);
  if (other?.aborted) abort();
  other?.addEventListener("abort", abort);
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      other?.removeEventListener("abort", abort);
    },
  };
}

export type Api = ReturnType<typeof createApi>;
