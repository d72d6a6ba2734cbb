import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startServer } from "./server.ts";

test("starts on a free port, restarts on the same port and data, and leaves nothing behind", async () => {
  const server = await startServer();
  try {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const firstPid = server.pid();
    expect(await server.kill()).toMatchObject({ signal: "SIGKILL" });
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    await server.restart();
    expect(server.pid()).not.toBe(firstPid);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(await server.stop()).toEqual({ code: 0, signal: null });
  } finally {
    await server.close();
  }
  await expect(access(server.dataDir)).rejects.toThrow();
});

test("a folder the caller brought is left in place", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "faelleskort-kept-"));
  try {
    const server = await startServer({ dataDir });
    await server.close();
    await access(dataDir);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});

test("a server that refuses its configuration is told with its own words", async () => {
  await expect(startServer({ env: { PUBLIC_URL: "no address" } })).rejects.toThrow("PUBLIC_URL");
});
