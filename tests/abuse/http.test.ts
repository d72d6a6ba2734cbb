import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { problemCodes } from "@faelleskort/shared/protocol/problems.ts";
import { ProblemSchema } from "@faelleskort/shared/protocol/http.ts";
import { routes } from "@faelleskort/server/transport/routes/table.ts";
import { isSchema, type Route } from "@faelleskort/server/transport/route.ts";
import { createMemoryStore } from "@faelleskort/server/storage/memory/memory-store.ts";
import { expect, it, onTestFinished } from "vitest";
import * as v from "valibot";
import { call, type Guest, type Meeting, runApp, startMeeting } from "../contracts/running-app.ts";
import { damaged } from "../kit/damaged.ts";
import { amount, progressOf } from "../kit/long-run.ts";
import { type Random, seedsToRun, withSeed } from "../kit/random.ts";
import { type JsonSchema, valueFor } from "./kit/schema-value.ts";

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
interface Heard {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** As it is: `fetch` would mend much of it. Rejects when the server cuts the line. */
function send(url: string, address: string, { method, path, headers, body }: Sent): Promise<Heard> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const calling = request(
      {
        hostname,
        port,
        method,
        path,
        headers: { ...headers, "content-length": String(body.length), "x-forwarded-for": address },
        agent: false,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers["content-type"] ?? "",
            text: Buffer.concat(parts).toString("utf8"),
          });
        });
        response.on("error", reject);
      },
    );
    calling.on("error", reject);
    calling.end(body);
  });
}

const table: readonly Route[] = Object.values(routes);
/** Pages for what is no call of the API. */
async function pages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "faelleskort-pages-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>Fælleskort</title>");
  return folder;
}

type Schemas = ReadonlyMap<Route, JsonSchema>;

const DocumentSchema = v.object({
  paths: v.record(v.string(), v.record(v.string(), v.object({ requestBody: v.optional(v.unknown()) }))),
});

/** What the server itself says that each call takes. */
async function readSchemas(url: string): Promise<Schemas> {
  const { json } = await call(url, "/api/openapi.json");
  const { paths } = v.parse(DocumentSchema, json);
  return new Map(
    table.flatMap((route): [Route, JsonSchema][] => {
      if (route.body === null || !isSchema(route.body)) return [];
      const operation = paths[route.path.replaceAll(/:(\w+)/g, "{$1}")]?.[route.method.toLowerCase()];
      const body = operation?.requestBody as
        | { content: { "application/json": { schema: JsonSchema } } }
        | undefined;
      if (body === undefined) throw new Error(`${route.path} isn't described`);
      return [[route, body.content["application/json"].schema]];
    }),
  );
}

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

function bodyFor(route: Route, schemas: Schemas, random: Random): Uint8Array {
  const schema = schemas.get(route);
  if (route.body === null) return random.chance(0.9) ? new Uint8Array() : Buffer.from("{}");
  if (schema === undefined) return random.chance(0.2) ? picture : damaged(picture, random);
  const text = Buffer.from(JSON.stringify(valueFor(schema, random, random.pick([0, 0.05, 0.3]))) ?? "");
  return random.chance(0.25) ? damaged(text, random) : text;
}

function sentFor(route: Route, schemas: Schemas, meeting: Meeting, guest: Guest, random: Random): Sent {
  const id = random.chance(0.85)
    ? meeting.id
    : random.pick(["x", "%00", "%E0%A4%A", "..%2f..", "a".repeat(300), `${meeting.id}'`]);
  const path = route.path
    .replace(":workshopId", id)
    .replace(":pictureId", random.pick(["abcdefghijkl", "..", "%2e%2e", "a".repeat(64)]))
    .replace(":versionId", random.pick(["abcdefghijkl", "..", "%2e%2e", "a".repeat(64)]));
  const tail = random.pick(["", "", "", "", "?a=1", "?%", "/", "//", "/..", "#x", "%0d%0aX:%20y"]);
  const types = [
    "application/json",
    "application/json",
    "application/json",
    "text/plain",
    "image/png",
    "multipart/form-data",
    "application/json; charset=utf-7",
    "*/*",
    "",
  ];
  const type = route.body !== null && !isSchema(route.body) ? "image/png" : random.pick(types);
  return {
    method: random.chance(0.9)
      ? route.method
      : random.pick(["DELETE", "PATCH", "OPTIONS", "HEAD", "PUT", "POST", "GET"]),
    path: `${path}${tail}`,
    headers: {
      ...(random.chance(0.9)
        ? { cookie: guest.cookie }
        : { cookie: random.pick(["a", "fk_=;;;", `fk_${meeting.id}=%%%`, "=".repeat(2_000)]) }),
      ...(type === "" ? {} : { "content-type": type }),
      ...(random.chance(0.1)
        ? { origin: random.pick(["null", "https://evil.example", "http://", "%"]) }
        : {}),
      ...(random.chance(0.1)
        ? { "accept-language": random.pick(["en", "da;q=0", ";;;", "q".repeat(3_000)]) }
        : {}),
      ...(random.chance(0.05) ? { "content-encoding": random.pick(["gzip", "br", "identity"]) } : {}),
      ...(random.chance(0.05) ? { expect: "100-continue" } : {}),
    },
    body: bodyFor(route, schemas, random),
  };
}

it("ABUSE-2 whatever is called, in whatever way, is answered with what the API says or with a problem, and refused calls change nothing", async () => {
  const complaints: string[] = [];
  const count = amount("ABUSE", { short: 1_500, long: 20_000 });
  const statuses = new Map<number, number>();
  for (const seed of seedsToRun(1)) {
    const progress = progressOf("ABUSE", `calls, SEED=${seed}`);
    // oxlint-disable-next-line no-await-in-loop
    await withSeed(seed, async (random) => {
      const store = createMemoryStore();
      const logger = { level: "error", stream: { write: (line: string) => complaints.push(line) } };
      await using app = await runApp(store, { logger, clientDir: await pages() });
      const meeting = await startMeeting(app.url);
      const schemas = await readSchemas(app.url);
      const writes = watchWrites(store);
      for (let index = 0; index < count; index += 1) {
        progress.at(index, count);
        const route = random.pick(table);
        const guest = random.pick([
          meeting.facilitator,
          meeting.facilitator,
          meeting.participant,
          meeting.observer,
        ]);
        const sent = sentFor(route, schemas, meeting, guest, random);
        const before = writes.count;
        app.clock.time += 1_000;
        // Each from an address of its own (a loopback proxy says so), so that no rate is met: this is about what is in the calls.
        // oxlint-disable-next-line no-await-in-loop
        const heard = await send(app.url, `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`, sent);
        statuses.set(heard.status, (statuses.get(heard.status) ?? 0) + 1);
        const what = `${sent.method} ${sent.path} ${JSON.stringify(sent.headers)} ${Buffer.from(sent.body).toString("base64").slice(0, 2_000)} → ${heard.status} ${heard.text.slice(0, 300)}`;
        expect(heard.status, what).not.toBe(500);
        if (heard.status >= 400) {
          if (sent.method !== "HEAD") expectProblem(heard, what);
          expect(writes.count, what).toBe(before);
        } else if (
          heard.status === route.status &&
          sent.method === route.method &&
          isSchema(route.answer) &&
          /json/.test(heard.type)
        ) {
          expect(v.is(route.answer, JSON.parse(heard.text)), what).toBe(true);
        }
      }
      const answers = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
      progress.end(`all ${count} answered; ${answers.join(", ")}`);
    });
  }
  expect(complaints.filter((line) => !line.includes("not healthy"))).toEqual([]);
  // Each way was taken, so that none of this held for want of cases.
  for (const status of [200, 400, 401, 403, 404, 415])
    expect(statuses.get(status), String(status)).toBeGreaterThan(3);
});

function expectProblem({ type, text, status }: Heard, what: string): void {
  expect(type, what).toMatch(/^application\/problem\+json/);
  const problem = v.parse(ProblemSchema, JSON.parse(text));
  expect(problem.status, what).toBe(status);
  expect(problemCodes, what).toContain(problem.code);
}

/** Counts what is written to a store from now on. */
function watchWrites(store: ReturnType<typeof createMemoryStore>): { count: number } {
  const writes = { count: 0 };
  const writing = [
    "append",
    "writeSnapshot",
    "createWorkshop",
    "addInvite",
    "revokeInvite",
    "addSession",
    "putPicture",
    "addVersion",
  ] as const;
  for (const name of writing) {
    const original = store[name];
    Object.assign(store, {
      [name]: async (...given: unknown[]): Promise<unknown> => {
        const written: unknown = await Reflect.apply(original, store, given);
        // What the store itself refused (one picture too many) has changed nothing.
        writes.count += 1;
        return written;
      },
    });
  }
  return writes;
}
