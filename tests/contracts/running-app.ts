import { type AppParts, buildApp } from "@faelleskort/server/app.ts";
import { keysFrom } from "@faelleskort/server/config/keys.ts";
import { createMemoryStore } from "@faelleskort/server/storage/memory/memory-store.ts";
import type { Store } from "@faelleskort/server/workshops/ports.ts";
import { type WorkshopId, WorkshopIdSchema } from "@faelleskort/shared/model/ids.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import {
  JoinedSchema,
  WorkshopCreatedSchema,
  type WorkshopCreated,
} from "@faelleskort/shared/protocol/http.ts";
import * as v from "valibot";

/** A server in this process, listening on 127.0.0.1. */
export interface RunningApp<S extends Store = Store> {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly store: S;
  /** The server's clock: set it, and time has passed. */
  readonly clock: { time: number };
  /** Stops as on SIGTERM; the store stays open. May be repeated. */
  stop(): Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

export type AppOptions = Partial<Omit<AppParts, "store" | "clock" | "randomness" | "keys">>;

const testKey = new Uint8Array(32).fill(7);

/** Starts the app on a store of the caller's, which outlives it. */
export async function runApp<S extends Store>(store: S, options: AppOptions = {}): Promise<RunningApp<S>> {
  const clock = { time: 1_800_000_000_000 };
  const app = await buildApp({
    config: { publicUrl: null, createKey: null },
    ...options,
    store,
    clock: { now: () => clock.time },
    randomness: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
    keys: keysFrom(testKey),
  });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  let stopped: Promise<void> | null = null;
  const stop = (): Promise<void> => {
    stopped ??= app.close();
    return stopped;
  };
  return { url, store, clock, stop, [Symbol.asyncDispose]: stop };
}

export const runMemoryApp = (
  options: AppOptions = {},
): ReturnType<typeof runApp<ReturnType<typeof createMemoryStore>>> => runApp(createMemoryStore(), options);

export interface CallOptions {
  readonly method?: string;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Instead of `body`: sent as it is. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

export interface CallAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed JSON, or undefined. */
  readonly json: unknown;
}

/** One HTTP call, as a browser without scripts would make it. */
export async function call(url: string, path: string, options: CallOptions = {}): Promise<CallAnswer> {
  const { cookie, headers = {}, body, bytes } = options;
  const sent = bytes ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url + path, {
    method: options.method ?? (sent === undefined ? "GET" : "POST"),
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

/** The problem's code, or undefined when the answer is none. */
export function codeOf({ json, headers }: CallAnswer): string | undefined {
  if (!headers.get("content-type")?.startsWith("application/problem+json")) return undefined;
  const parsed = v.safeParse(v.object({ code: v.string() }), json);
  return parsed.success ? parsed.output.code : undefined;
}

export async function createWorkshop(url: string, title = "Høje Gladsaxe"): Promise<WorkshopCreated> {
  const answer = await call(url, "/api/workshops", {
    body: { title, template: "round-1", area: "Gladsaxe" },
  });
  return v.parse(WorkshopCreatedSchema, answer.json);
}

/** Somebody with a session. */
export interface Guest {
  readonly workshopId: WorkshopId;
  readonly participantId: string;
  readonly role: Role;
  /** What the browser would send as `Cookie`. */
  readonly cookie: string;
}

export async function join(url: string, invite: string, before?: Guest, name?: string): Promise<Guest> {
  const answer = await call(url, "/api/join", {
    body: { invite, ...(name === undefined ? {} : { name }) },
    ...(before === undefined ? {} : { cookie: before.cookie }),
  });
  if (answer.status !== 200) throw new Error(`joining was answered with ${answer.status}: ${answer.text}`);
  const joined = v.parse(JoinedSchema, answer.json);
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (cookie === undefined) throw new Error("joining set no cookie");
  return { ...joined, cookie };
}

/** A workshop with one guest of each role. */
export interface Meeting {
  readonly id: WorkshopId;
  readonly created: WorkshopCreated;
  readonly facilitator: Guest;
  readonly participant: Guest;
  readonly observer: Guest;
}

export async function startMeeting(url: string): Promise<Meeting> {
  const created = await createWorkshop(url);
  const [facilitator, participant, observer] = await Promise.all([
    join(url, created.invites.facilitator.secret),
    join(url, created.invites.participant.secret),
    join(url, created.invites.observer.secret),
  ]);
  return { id: v.parse(WorkshopIdSchema, created.workshopId), created, facilitator, participant, observer };
}

export function command(url: string, guest: Guest, body: unknown): Promise<CallAnswer> {
  return call(url, `/api/workshops/${guest.workshopId}/commands`, { cookie: guest.cookie, body });
}
