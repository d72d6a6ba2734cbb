import { connect, type Socket } from "node:net";
import { buildApp } from "@faelleskort/server/app.ts";
import { keysFrom } from "@faelleskort/server/config/keys.ts";
import { httpLimits } from "@faelleskort/server/policies/limits.ts";
import { createMemoryStore } from "@faelleskort/server/storage/memory/memory-store.ts";
import { describe, expect, it } from "vitest";
import { call, runMemoryApp } from "../contracts/running-app.ts";

/** Everything the server says on a line until it closes it. */
async function untilClosed(line: Socket): Promise<string> {
  let heard = "";
  for await (const part of line) heard += String(part);
  return heard;
}

describe("slow calls", () => {
  it("ABUSE-8 lines that never finish their headers are closed with a problem, and meanwhile others are served", async () => {
    await using app = await runMemoryApp();
    const port = Number(new URL(app.url).port);
    const lines = Array.from({ length: 200 }, () => connect(port, "127.0.0.1"));
    for (const line of lines) line.write("POST /api/join HTTP/1.1\r\nhost: x\r\ncookie: ");
    for (let count = 0; count < 20; count += 1) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await call(app.url, "/healthz")).status).toBe(200);
    }
    const heard = await Promise.all(lines.map(untilClosed));
    expect(new Set(heard.map((text) => text.split("\r\n")[0]))).toEqual(
      new Set(["HTTP/1.1 400 Bad Request"]),
    );
    expect(heard[0]).toContain("application/problem+json");
    expect(heard[0]).toContain('"code":"invalid-input"');
  });

  it("ABUSE-8 a body that comes letter by letter is ended with a problem, and meanwhile others are served", async () => {
    // Three minutes made short; all else is as it is.
    await using app = await runMemoryApp({
      addOn: ({ server }) => Object.assign(server, { headersTimeout: 500, requestTimeout: 1_000 }),
    });
    const line = connect(Number(new URL(app.url).port), "127.0.0.1");
    line.on("error", () => {});
    line.write(
      "POST /api/join HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9000\r\n\r\n{",
    );
    const dripping = setInterval(() => line.write(" "), 50);
    const heard = untilClosed(line).finally(() => clearInterval(dripping));
    for (let count = 0; count < 10; count += 1) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await call(app.url, "/healthz")).status).toBe(200);
    }
    expect(await heard).toMatch(/^HTTP\/1.1 400 [^]*"code":"invalid-input"/);
  });

  it("ABUSE-8 a body has a time, too, and an idle line", async () => {
    const store = createMemoryStore();
    const app = await buildApp({
      config: { publicUrl: null, createKey: null },
      store,
      clock: { now: () => 1 },
      randomness: { bytes: (count) => new Uint8Array(count) },
      keys: keysFrom(new Uint8Array(32)),
    });
    const { headersTimeout, requestTimeout, keepAliveTimeout } = app.server;
    expect([headersTimeout, requestTimeout, keepAliveTimeout]).toEqual([
      httpLimits.headersWithin,
      httpLimits.requestWithin,
      httpLimits.keepAlive,
    ]);
    // Node's words for "for ever".
    expect([headersTimeout, requestTimeout, keepAliveTimeout]).not.toContain(0);
    await app.close();
    await store.close();
  });
});
