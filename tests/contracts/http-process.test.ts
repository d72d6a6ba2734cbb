import { spawn } from "node:child_process";
import { mkdtemp, rm, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { fileURLToPath } from "node:url";
import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { noteRecord } from "@faelleskort/shared/doc/records.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { noteDefaults } from "@faelleskort/shared/model/note.ts";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { eventually } from "../kit/eventually.ts";
import { startServer } from "../kit/server.ts";
import { enter } from "./raw-client.ts";
import { call, command, createWorkshop, join, startMeeting } from "./running-app.ts";

function noteUpdate(text: string): Uint8Array {
  const doc = new Y.Doc();
  const author = { label: "", participantId: null };
  const position = { x: 1, y: 1, z: 0 };
  const note = {
    id: noteId("note-1"),
    ...noteDefaults,
    sheet: "wall" as const,
    text,
    position,
    author,
    createdAt: 1,
    deleted: false,
  };
  recordsOf(doc, "notes").set(note.id, noteRecord(note));
  return Y.encodeStateAsUpdate(doc);
}

/** Runs the server with settings it can't start with; gives its exit code and what it said. */
async function failingStart(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> {
  const main = fileURLToPath(import.meta.resolve("@faelleskort/server/main.ts"));
  const directory = await mkdtemp(joinPath(tmpdir(), "faelleskort-start-"));
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", DATA_DIR: directory, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once("close", resolve);
  });
  await rm(directory, { recursive: true, force: true });
  return { code, said };
}

describe("the process", () => {
  it("SAVE-7 stops cleanly on SIGTERM: all saved, sockets closed with 1001, exit code 0; and goes on where it was", async () => {
    await using server = await startServer();
    const { participant, facilitator } = await startMeeting(server.url);
    await command(server.url, facilitator, { type: "step.next" });
    const client = await enter(server.url, participant);
    client.update(noteUpdate("det hele"));
    await client.saved(1);
    const ended = server.stop();
    expect(await client.closed()).toBe(closeCode.goingAway);
    expect(await ended).toEqual({ code: 0, signal: null });
    await server.restart();
    const file = await call(server.url, `/api/workshops/${participant.workshopId}/export.json`, {
      cookie: participant.cookie,
    });
    expect(file.json).toMatchObject({ board: { notes: [{ text: "det hele" }] } });
  });

  it("what was receipted survives SIGKILL", async () => {
    await using server = await startServer();
    const { participant } = await startMeeting(server.url);
    const client = await enter(server.url, participant);
    client.update(noteUpdate("gemt"));
    await client.saved(1);
    await server.restart();
    const file = await call(server.url, `/api/workshops/${participant.workshopId}/export.json`, {
      cookie: participant.cookie,
    });
    expect(file.json).toMatchObject({ board: { notes: [{ text: "gemt" }] } });
  });

  it("SEC-2 logs no secret, name, card text, query or body", async () => {
    await using server = await startServer({ env: { LOG_LEVEL: "trace" } });
    const { invites } = await createWorkshop(server.url, "Hemmelig titel");
    const guest = await join(server.url, invites.participant.secret, undefined, "Navn Navnesen");
    await call(server.url, "/api/join", { body: { invite: "forkert-kode-123" } });
    await call(server.url, `/api/time?token=${invites.observer.secret}`);
    await call(server.url, "/api/join", {
      bytes: new TextEncoder().encode("{korttekst"),
      headers: { "content-type": "application/json" },
    });
    const client = await enter(server.url, guest);
    client.update(noteUpdate("korttekst"));
    client.update(Uint8Array.of(1, 2));
    await client.saved(2);
    await server.stop();
    const log = server.output();
    expect(log).toContain("/api/join");
    const codes = Object.values(invites).flatMap(({ secret, code }) => [secret, code ?? secret]);
    const hidden = [
      ...codes,
      guest.cookie.split("=")[1] ?? "",
      "Hemmelig",
      "Navnesen",
      "korttekst",
      "forkert-kode",
    ];
    for (const text of hidden) expect(log).not.toContain(text);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["a port that is none", { PORT: "http" }, "PORT"],
    ["an address that is none", { PUBLIC_URL: "kort" }, "PUBLIC_URL"],
    ["a database it doesn't know", { DATABASE_URL: "postgres://x" }, "DATABASE_URL"],
    ["a folder it can't make", { DATA_DIR: "/dev/null/data" }, "/dev/null/data"],
    ["a host that isn't here", { HOST: "192.0.2.1" }, "HOST"],
  ])("with %s it says so in one line and exits with 1", async (_what, env, named) => {
    const { code, said } = await failingStart(env);
    const lines = said.trim().split("\n");
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toContain(named);
    expect(lines[0]).not.toMatch(/^\s+at /m);
  });

  it("DATA-1 a second server on the same data says so in one line and exits with 1, and the first goes on; a killed one leaves no lock", async () => {
    await using server = await startServer();
    const { facilitator } = await startMeeting(server.url);
    const { code, said } = await failingStart({ DATA_DIR: server.dataDir });
    expect([code, said.trim().split("\n").length]).toEqual([1, 1]);
    expect(said).toContain(`another server works in ${server.dataDir}`);
    expect((await command(server.url, facilitator, { type: "step.next" })).status).toBe(200);
    await server.kill("SIGKILL");
    await server.restart();
    expect((await command(server.url, facilitator, { type: "step.next" })).status).toBe(200);
  });

  it("DATA-2 when the key is gone from beside the store, the log says plainly what no longer works", async () => {
    await using server = await startServer();
    await createWorkshop(server.url);
    await server.stop();
    expect(server.output()).not.toContain("server.key");
    await unlink(joinPath(server.dataDir, "server.key"));
    await server.restart();
    await eventually("the log to say so", () =>
      server.output().includes("server.key was missing beside the store"),
    );
  });

  it("with a port that is taken it says so in one line and exits with 1", async () => {
    await using server = await startServer();
    const { code, said } = await failingStart({ PORT: String(server.port) });
    expect([code, said.trim().split("\n").length]).toEqual([1, 1]);
    expect(said).toContain(String(server.port));
  });
});
