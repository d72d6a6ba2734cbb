// Calls are made one after the other.
/* oxlint-disable no-await-in-loop */
import { connect, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { bodyLimits } from "@faelleskort/shared/protocol/http.ts";
import { httpLimits, jsonLimits } from "@faelleskort/server/policies/limits.ts";
import { describe, expect, it, vi } from "vitest";
import { call, codeOf, type Guest, runMemoryApp, startMeeting } from "../contracts/running-app.ts";
import { eventually } from "../kit/eventually.ts";
import { settledHeap } from "./kit/heap.ts";

const mebi = 1024 * 1024;
const text = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content);

/** Writes by hand, and gives what the server says until it closes the line. */
async function byHand(url: string, head: string, rest: () => Iterable<string> = () => []): Promise<string> {
  const line = connect(Number(new URL(url).port), "127.0.0.1");
  let heard = "";
  let isOver = false;
  line.on("data", (part: Buffer) => (heard += part.toString("latin1")));
  // What it doesn't read any more it answers by cutting the line.
  line.on("error", () => {});
  const closed = new Promise<void>((resolve) => {
    line.once("close", () => {
      isOver = true;
      resolve();
    });
  });
  line.write(head);
  for (const part of rest()) {
    if (isOver) break;
    await new Promise((resolve) => {
      if (line.write(part)) setImmediate(resolve);
      else line.once("drain", resolve).once("close", resolve);
    });
  }
  await closed;
  return heard;
}

const imported = (url: string, { workshopId, cookie }: Guest, bytes: Uint8Array<ArrayBuffer>) =>
  call(url, `/api/workshops/${workshopId}/import`, {
    cookie,
    bytes,
    headers: { "content-type": "application/json" },
  });

describe("bodies", () => {
  it("ABUSE-17 a compressed body isn't unpacked: a bomb is refused as it is", async () => {
    await using app = await runMemoryApp();
    const { facilitator } = await startMeeting(app.url);
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(64 * mebi, 0x20)));
    expect(bomb.length).toBeLessThan(mebi / 8);
    const before = await settledHeap();
    for (const encoding of ["gzip", "deflate", "br"]) {
      const answer = await call(app.url, `/api/workshops/${facilitator.workshopId}/import`, {
        cookie: facilitator.cookie,
        bytes: bomb,
        headers: { "content-type": "application/json", "content-encoding": encoding },
      });
      expect([answer.status, codeOf(answer)]).toEqual([400, "import-unreadable"]);
    }
    expect((await settledHeap()) - before).toBeLessThan(4 * mebi);
  });

  it("ABUSE-17 a body without an end is cut off at its limit", async () => {
    await using app = await runMemoryApp();
    const chunk = `4000\r\n${"a".repeat(0x4000)}\r\n`;
    let sent = 0;
    const heard = await byHand(
      app.url,
      "POST /api/join HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
      function* () {
        for (; sent < 4_000; sent += 1) yield chunk;
      },
    );
    expect(heard).toMatch(/^HTTP\/1.1 413 /);
    expect(heard).toContain('"code":"too-large"');
    // The rest was never taken.
    expect(sent).toBeLessThan(4_000);
  });

  it("ABUSE-17 headers beyond what a browser sends are refused with a problem", async () => {
    await using app = await runMemoryApp();
    const heard = await byHand(
      app.url,
      `GET /api/time HTTP/1.1\r\nhost: x\r\ncookie: ${"a".repeat(40_000)}\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(heard).toContain("application/problem+json");
    expect((await call(app.url, "/healthz")).status).toBe(200);
  });

  it.each([
    ["two lengths", "content-length: 5\r\ncontent-length: 6\r\n\r\nhello"],
    ["a length and chunks", "content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"],
    ["a length that is none", "content-length: -1\r\n\r\n"],
    ["a header with a line feed", "x: a\nGET /metrics HTTP/1.1\r\n\r\n"],
  ])("ABUSE-17 %s: what two readers would read differently is refused", async (_what, rest) => {
    await using app = await runMemoryApp();
    const heard = await byHand(
      app.url,
      `POST /api/join HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n${rest}`,
    );
    expect(heard.match(/HTTP\/1.1 /g)).toHaveLength(1);
    expect(heard).toMatch(/^HTTP\/1.1 400 /);
  });
});

describe("files that are bombs", () => {
  const size = bodyLimits.import;
  /** Enough to be beyond what may be in a body, and below its length. */
  const many = jsonLimits.values + 100;
  const bombs: readonly (readonly [string, () => string])[] = [
    ["brackets in brackets", () => "[".repeat(many) + "]".repeat(many)],
    ["objects in objects", () => `${'{"a":'.repeat(many)}1${"}".repeat(many)}`],
    ["millions of empty objects", () => `[${"{},".repeat(many / 2)}{}]`],
    ["millions of numbers", () => `[${"1,".repeat(many)}1]`],
    [
      "millions of keys",
      () => `{${Array.from({ length: many }, (_, index) => `"${index.toString(36)}":1`).join(",")}}`,
    ],
    ["one long text", () => JSON.stringify({ format: "a".repeat(size - 100) })],
    ["a number of millions of digits", () => `{"version":${"9".repeat(many)}}`],
    ["a board of millions of nothings", () => `{"board":{"actors":[${"0,".repeat(many)}0]}}`],
  ];
  it.each(bombs)("ABUSE-18 an import of %s is refused and given back", async (what, make) => {
    await using app = await runMemoryApp();
    const { facilitator } = await startMeeting(app.url);
    const bytes = text(make());
    expect(bytes.length).toBeLessThanOrEqual(size);
    const parsing = vi.spyOn(JSON, "parse");
    const answer = await imported(app.url, facilitator, bytes);
    const parsed = parsing.mock.calls.filter(([given]) => given.length === bytes.length);
    parsing.mockRestore();
    // One long text is harmless: it becomes one long text.
    expect(parsed.length).toBe(what === "one long text" ? 1 : 0);
    expect([answer.status, codeOf(answer)]).toEqual([400, "import-unreadable"]);
    expect((await call(app.url, "/healthz")).status).toBe(200);
  });

  it("ABUSE-18 large bodies on their way at once are bounded, for one address and for all, and small calls go on", async () => {
    await using app = await runMemoryApp();
    const { facilitator } = await startMeeting(app.url);
    const port = Number(new URL(app.url).port);
    const path = `/api/workshops/${facilitator.workshopId}/import`;
    const lines: Socket[] = [];
    /** Declares a large body and sends nothing of it; tells whether it was refused. */
    const declare = async (address: string): Promise<boolean> => {
      const line = connect(port, "127.0.0.1");
      lines.push(line);
      line.on("error", () => {});
      const answered = new Promise<string>((resolve) => {
        line.once("data", (part: Buffer) => resolve(part.toString("latin1")));
      });
      // What is let in says nothing before its body; another call behind it shows that it was looked at.
      line.write(
        `POST ${path} HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\nx-forwarded-for: ${address}\r\ncontent-type: application/json\r\ncookie: ${facilitator.cookie}\r\ncontent-length: ${size}\r\n\r\n`,
      );
      return (await answered).includes("429");
    };
    const ofOne: boolean[] = [];
    for (let count = 0; count < 4; count += 1) ofOne.push(await declare("198.51.100.1"));
    expect(ofOne).toEqual([false, false, true, true]);
    const ofAll: boolean[] = [];
    for (let count = 2; count < 8; count += 1) ofAll.push(await declare(`198.51.100.${count}`));
    expect(ofAll).toEqual([false, false, false, true, true, true]);
    expect((await call(app.url, "/healthz")).status).toBe(200);
    expect(codeOf(await call(app.url, "/api/join", { body: { invite: "349CFX" } }))).toBe("unknown-invite");
    for (const line of lines) line.destroy();
    await eventually("room for one more", async () => !(await declare("198.51.100.1")));
    for (const line of lines) line.destroy();
  });

  it("ABUSE-18 one byte more than the limit isn't read", async () => {
    await using app = await runMemoryApp();
    const { facilitator } = await startMeeting(app.url);
    const answer = await imported(app.url, facilitator, new Uint8Array(size + 1));
    expect([answer.status, codeOf(answer)]).toEqual([413, "too-large"]);
    expect(httpLimits.smallBody).toBeLessThan(size);
  });
});
