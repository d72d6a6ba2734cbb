import { readFile } from "node:fs/promises";
import { examplePicture } from "@faelleskort/shared/example/hoje-gladsaxe.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { readStage } from "@faelleskort/shared/doc/stage.ts";
import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { WorkshopExportSchema, type WorkshopExport } from "@faelleskort/shared/protocol/export.ts";
import { ImportedSchema, PictureStoredSchema, TimeSchema } from "@faelleskort/shared/protocol/http.ts";
import { StoreUnavailable } from "@faelleskort/server/workshops/ports.ts";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { randomCommand } from "../kit/random-command.ts";
import { seededRandom } from "../kit/random.ts";
import { enter } from "./raw-client.ts";
import { call, codeOf, command, type Guest, runMemoryApp, startMeeting } from "./running-app.ts";

async function stageOf(url: string, guest: Guest) {
  const client = await enter(url, guest, "stage");
  await client.roundTrip();
  const doc = new Y.Doc();
  for (const heard of client.heard) {
    if (heard.type === "sync" && heard.kind === "step2") Y.applyUpdate(doc, heard.body);
  }
  client.close();
  return readStage(doc);
}

describe("commands", () => {
  it("STAGE-1 run the steps and the timer for everybody, by the server's clock", async () => {
    await using app = await runMemoryApp();
    const { facilitator, observer } = await startMeeting(app.url);
    const done = async (body: unknown) => {
      const answer = await command(app.url, facilitator, body);
      expect([answer.status, answer.json]).toEqual([200, { done: true }]);
    };
    await done({ type: "step.next" });
    await done({ type: "timer.start" });
    expect(await stageOf(app.url, observer)).toMatchObject({
      currentStep: "1.2",
      timer: { state: "running", deadline: app.clock.time + 20 * 60_000 },
    });
    app.clock.time += 60_000;
    await done({ type: "timer.pause" });
    expect(await stageOf(app.url, observer)).toMatchObject({
      timer: { state: "paused", remainingMs: 19 * 60_000 },
    });
    await done({ type: "step.go", step: "1.3" });
    expect(await stageOf(app.url, observer)).toMatchObject({
      writing: { mode: "private" },
      timer: { state: "idle" },
    });
  });

  it("that can't be carried out say why", async () => {
    await using app = await runMemoryApp();
    const { facilitator } = await startMeeting(app.url);
    const cases = [
      [{ type: "step.previous" }, 409, "no-more-steps"],
      [{ type: "step.go", step: "9.9" }, 409, "no-such-step"],
      [{ type: "timer.pause" }, 409, "timer-not-running"],
      [{ type: "writing.reveal" }, 409, "not-private"],
      [{ type: "step.next", fast: true }, 400, "invalid-input"],
      [{ type: "picture.set", picture: { id: "abcdefgh", width: 1, height: 1 } }, 400, "invalid-input"],
      [{ type: "explode" }, 400, "invalid-input"],
      ["step.next", 400, "invalid-input"],
    ] as const;
    for (const [body, status, code] of cases) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await command(app.url, facilitator, body);
      expect([answer.status, codeOf(answer)], JSON.stringify(body)).toEqual([status, code]);
    }
  });

  it("SYNC-ROLE-3 are the facilitator's alone", async () => {
    await using app = await runMemoryApp();
    const { participant, observer, facilitator, created } = await startMeeting(app.url);
    const bodies = [
      { type: "step.next" },
      { type: "board.lock", locked: true },
      { type: "invite.renew", role: "facilitator" },
      { type: "invite.revoke", invite: created.invites.facilitator.id },
    ];
    const before = await stageOf(app.url, facilitator);
    for (const guest of [participant, observer]) {
      for (const body of bodies) {
        // oxlint-disable-next-line no-await-in-loop
        const answer = await command(app.url, guest, body);
        expect([answer.status, codeOf(answer)]).toEqual([403, "wrong-role"]);
      }
    }
    expect(await stageOf(app.url, facilitator)).toEqual(before);
  });

  it("SAVE-3 are answered after the commit, and with 503 when storing fails", async () => {
    await using app = await runMemoryApp();
    const { facilitator } = await startMeeting(app.url);
    const release = app.store.hold();
    let isAnswered = false;
    const answered = command(app.url, facilitator, { type: "step.next" }).finally(() => (isAnswered = true));
    await call(app.url, "/api/time");
    expect(isAnswered).toBe(false);
    release();
    expect((await answered).status).toBe(200);
    app.store.failWrites(new StoreUnavailable("full", "the disk is full"));
    const failed = await command(app.url, facilitator, { type: "step.next" });
    expect([failed.status, codeOf(failed)]).toEqual([503, "store-unavailable"]);
  });
});

const png = (width: number, height: number): Uint8Array<ArrayBuffer> => {
  const bytes = Buffer.alloc(45);
  bytes.write("\u0089PNG\r\n\u001a\n", 0, "latin1");
  bytes.writeUInt32BE(13, 8);
  bytes.write("IHDR", 12, "latin1");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.write("IEND", 37, "latin1");
  return new Uint8Array(bytes);
};
const examplePng = async (): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(new URL(`../../client/public${examplePicture.path}`, import.meta.url)));

describe("the area's picture", () => {
  it("IN-2 is stored, shown on the stage, and given back byte for byte, as something that can't run", async () => {
    await using app = await runMemoryApp();
    const { facilitator, observer, id } = await startMeeting(app.url);
    const bytes = await examplePng();
    const stored = await call(app.url, `/api/workshops/${id}/picture`, {
      method: "PUT",
      cookie: facilitator.cookie,
      bytes,
      headers: { "content-type": "image/png" },
    });
    const { picture } = v.parse(PictureStoredSchema, stored.json);
    expect(picture).toMatchObject({ width: examplePicture.width, height: examplePicture.height });
    expect((await stageOf(app.url, observer))?.picture).toEqual(picture);
    const file = await fetch(`${app.url}/api/workshops/${id}/pictures/${picture.id}`, {
      headers: { cookie: observer.cookie },
    });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-type": "image/png",
      "cache-control": "private, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    });
  });

  it("ABUSE-11 is kept without what its camera wrote beside it", async () => {
    await using app = await runMemoryApp();
    const { facilitator, id } = await startMeeting(app.url);
    const bytes = await examplePng();
    const place = Buffer.from("\u0000\u0000\u0000\u0017eXIfGPS 55.7340 N 12.4730 Ecrc!", "latin1");
    // After the header, which is 33 bytes long.
    const dirty = Uint8Array.from([...bytes.subarray(0, 33), ...place, ...bytes.subarray(33)]);
    const stored = await call(app.url, `/api/workshops/${id}/picture`, {
      method: "PUT",
      cookie: facilitator.cookie,
      bytes: dirty,
    });
    const { picture } = v.parse(PictureStoredSchema, stored.json);
    const file = await fetch(`${app.url}/api/workshops/${id}/pictures/${picture.id}`, {
      headers: { cookie: facilitator.cookie },
    });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  });

  const svg = new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );
  it.each([
    ["an SVG", svg, "image/svg+xml", 415, "picture-unreadable"],
    ["an SVG that calls itself PNG", svg, "image/png", 415, "picture-unreadable"],
    ["text", new TextEncoder().encode("hej"), "image/jpeg", 415, "picture-unreadable"],
    ["nothing", new Uint8Array(0), "image/png", 415, "picture-unreadable"],
    ["a 100-megapixel PNG", png(10_000, 10_000), "image/png", 413, "picture-too-many-pixels"],
    [
      "a PNG that claims to be endless",
      png(0xffffffff, 0xffffffff),
      "image/png",
      413,
      "picture-too-many-pixels",
    ],
    ["13 MB", new Uint8Array(13 * 1024 * 1024), "image/png", 413, "too-large"],
  ] as const)("is not %s", async (_what, bytes, type, status, code) => {
    await using app = await runMemoryApp();
    const { facilitator, id } = await startMeeting(app.url);
    const answer = await call(app.url, `/api/workshops/${id}/picture`, {
      method: "PUT",
      cookie: facilitator.cookie,
      bytes,
      headers: { "content-type": type },
    });
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect((await stageOf(app.url, facilitator))?.picture).toBeNull();
  });

  it("is the facilitator's to set, and only members' to see", async () => {
    await using app = await runMemoryApp();
    const { participant, facilitator, id } = await startMeeting(app.url);
    const elsewhere = await startMeeting(app.url);
    const put = (guest: Guest) =>
      call(app.url, `/api/workshops/${id}/picture`, {
        method: "PUT",
        cookie: guest.cookie,
        bytes: png(2, 2),
      });
    expect(codeOf(await put(participant))).toBe("wrong-role");
    const { picture } = v.parse(PictureStoredSchema, (await put(facilitator)).json);
    const path = `/api/workshops/${id}/pictures/${picture.id}`;
    expect(codeOf(await call(app.url, path))).toBe("no-session");
    expect(codeOf(await call(app.url, path, { cookie: elsewhere.facilitator.cookie }))).toBe(
      "wrong-workshop",
    );
    const other = `/api/workshops/${elsewhere.id}/pictures/${picture.id}`;
    expect(codeOf(await call(app.url, other, { cookie: elsewhere.facilitator.cookie }))).toBe("not-found");
  });
});

/** A board that some people have worked on, sent as one of them. */
async function filledBoard(url: string, guest: Guest, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const doc = new Y.Doc();
  for (let turn = 0; turn < 80; turn += 1) {
    const board = readBoard(doc);
    const decision = decideBoard(board, randomCommand(board, random), {
      author: { label: "Biblioteket", participantId: null },
      now: turn,
    });
    if (decision.ok) applyChanges(doc, decision.value, null);
  }
  const client = await enter(url, guest);
  client.step2(Y.encodeStateAsUpdate(doc));
  await client.saved(1);
  client.close();
}

async function exported(url: string, guest: Guest): Promise<WorkshopExport> {
  const answer = await call(url, `/api/workshops/${guest.workshopId}/export.json`, { cookie: guest.cookie });
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[a-z0-9-]+\.json"$/);
  return v.parse(WorkshopExportSchema, answer.json);
}

describe("a workshop as a file", () => {
  it("IN-3 read into an empty workshop gives an equal one", async () => {
    await using app = await runMemoryApp();
    const here = await startMeeting(app.url);
    await filledBoard(app.url, here.participant, 7);
    await command(app.url, here.facilitator, { type: "workshop.rename", title: "Æbleø 2", area: "Nord" });
    await command(app.url, here.facilitator, { type: "step.set-minutes", step: "1.4", minutes: 55 });
    await call(app.url, `/api/workshops/${here.id}/picture`, {
      method: "PUT",
      cookie: here.facilitator.cookie,
      bytes: await examplePng(),
    });
    const file = await exported(app.url, here.observer);
    expect(file.board.actors.length).toBeGreaterThan(3);
    expect(file.picture?.type).toBe("image/png");

    const there = await startMeeting(app.url);
    const imported = await call(app.url, `/api/workshops/${there.id}/import`, {
      cookie: there.facilitator.cookie,
      body: file,
    });
    expect(v.parse(ImportedSchema, imported.json)).toEqual({
      actors: file.board.actors.length,
      marks: file.board.marks.length,
      notes: file.board.notes.length,
      elements: file.board.elements.length,
    });
    const again = await exported(app.url, there.participant);
    expect({ ...again, exportedAt: "" }).toEqual({ ...file, exportedAt: "" });

    // What the server wrote itself is nobody else's to write under.
    const second = await call(app.url, `/api/workshops/${there.id}/import`, {
      cookie: there.facilitator.cookie,
      body: file,
    });
    expect([second.status, codeOf(second)]).toEqual([409, "board-not-empty"]);
    expect({ ...(await exported(app.url, there.participant)), exportedAt: "" }).toEqual({
      ...file,
      exportedAt: "",
    });
  });

  it("that is broken changes nothing", async () => {
    await using app = await runMemoryApp();
    const { facilitator, participant, id } = await startMeeting(app.url);
    const before = await exported(app.url, participant);
    const picture = { type: "image/png", base64: Buffer.from("<svg/>").toString("base64") };
    const huge = { type: "image/png", base64: Buffer.from(png(9_000, 9_000)).toString("base64") };
    const steps = [before.workshop.steps[0], before.workshop.steps[0]];
    const tooMuch = Array.from({ length: 3_000 }, (_, index) => ({
      id: `note-${index + 1_000}`,
      sheet: "wall",
      text: "a".repeat(3_000),
      position: { x: 0, y: 0, z: 0 },
      author: { label: "", participantId: null },
      createdAt: 1,
      deleted: false,
    }));
    const cases: readonly (readonly [unknown, string])[] = [
      ["{", "import-unreadable"],
      [{}, "import-unreadable"],
      [{ ...before, version: 2 }, "import-unreadable"],
      [{ ...before, extra: 1 }, "import-unreadable"],
      [{ ...before, board: { ...before.board, actors: [{ id: "x" }] } }, "import-unreadable"],
      [{ ...before, workshop: { ...before.workshop, steps } }, "import-unreadable"],
      [{ ...before, workshop: { ...before.workshop, template: "free" } }, "template-not-available"],
      [{ ...before, board: { ...before.board, notes: tooMuch } }, "too-large"],
      [{ ...before, picture }, "picture-unreadable"],
      [{ ...before, picture: huge }, "picture-too-many-pixels"],
    ];
    for (const [body, code] of cases) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await call(app.url, `/api/workshops/${id}/import`, {
        cookie: facilitator.cookie,
        headers: { "content-type": "application/json" },
        bytes: new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)),
      });
      expect(codeOf(answer), JSON.stringify(body).slice(0, 80)).toBe(code);
    }
    const asParticipant = await call(app.url, `/api/workshops/${id}/import`, {
      cookie: participant.cookie,
      body: before,
    });
    expect(codeOf(asParticipant)).toBe("wrong-role");
    expect({ ...(await exported(app.url, participant)), exportedAt: "" }).toEqual({
      ...before,
      exportedAt: "",
    });
  });
});

describe("the service", () => {
  it("tells the time, its health, its numbers and its own description", async () => {
    await using app = await runMemoryApp();
    const { participant } = await startMeeting(app.url);
    const client = await enter(app.url, participant);
    await client.roundTrip();
    expect(v.parse(TimeSchema, (await call(app.url, "/api/time")).json)).toEqual({ now: app.clock.time });
    const health = await call(app.url, "/healthz");
    expect([health.status, health.json]).toEqual([200, { status: "ok" }]);
    const { text } = await call(app.url, "/metrics");
    expect(text).toContain('faelleskort_sockets{role="participant"} 1');
    expect(text).toMatch(/^faelleskort_frames_in_total [1-9]/m);
    expect(text).not.toContain(participant.workshopId);
    const description = await call(app.url, "/api/openapi.json");
    const schema = v.looseObject({ openapi: v.literal("3.1.0"), paths: v.record(v.string(), v.unknown()) });
    expect(Object.keys(v.parse(schema, description.json).paths)).toEqual(
      expect.arrayContaining([
        "/api/workshops",
        "/api/join",
        "/api/workshops/{workshopId}/commands",
        "/healthz",
      ]),
    );
    client.close();
  });

  it("IN-1 answers every unknown call with a problem, in the reader's language", async () => {
    await using app = await runMemoryApp();
    const danish = await call(app.url, "/api/nothing");
    const english = await call(app.url, "/api/nothing", {
      headers: { "accept-language": "en-GB,en;q=0.9,da;q=0.5" },
    });
    for (const answer of [danish, english]) {
      expect([answer.status, codeOf(answer)]).toEqual([404, "not-found"]);
      expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    }
    expect(danish.json).toMatchObject({ status: 404, detail: "Siden findes ikke.", code: "not-found" });
    expect(english.json).toMatchObject({ detail: "There is nothing here." });
    const { facilitator, id } = await startMeeting(app.url);
    for (const format of ["xlsx", "csv", "geojson"]) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await call(app.url, `/api/workshops/${id}/export.${format}`, {
        cookie: facilitator.cookie,
      });
      expect([answer.status, codeOf(answer)]).toEqual([404, "not-found"]);
    }
  });

  it.each([
    ["broken JSON", "{", "application/json", 400, "invalid-input"],
    ["another media type", "a=b", "application/x-www-form-urlencoded", 400, "invalid-input"],
    [
      "a body that is too large",
      JSON.stringify({ invite: "a".repeat(70_000) }),
      "application/json",
      413,
      "too-large",
    ],
    [
      "a poisoned prototype",
      '{"__proto__":{"x":1},"invite":"abcdef"}',
      "application/json",
      400,
      "invalid-input",
    ],
  ] as const)("turns down %s", async (_what, body, type, status, code) => {
    await using app = await runMemoryApp();
    const answer = await call(app.url, "/api/join", {
      bytes: new TextEncoder().encode(body),
      headers: { "content-type": type },
    });
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  it("TEXT-1 sends headers that keep a page from running or framing anything foreign", async () => {
    await using app = await runMemoryApp();
    const { headers } = await call(app.url, "/api/time");
    const policy = headers.get("content-security-policy") ?? "";
    for (const directive of [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split(";")).toContain(directive);
    }
    expect(policy).not.toContain("unsafe");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
  });
});
