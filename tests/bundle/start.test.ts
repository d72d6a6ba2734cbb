import { expect, test } from "vitest";
import { startServer } from "../kit/server.ts";

test("the start command serves the client, says where, and ends cleanly when told to", async () => {
  await using server = await startServer({ entry: "start.ts", readyWithinMs: 120_000 });
  const page = await fetch(server.url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("/assets/");
  expect(await server.stop()).toEqual({ code: 0, signal: null });
  expect(server.output()).toContain(`on this machine:  ${server.url}\n`);
});

test("a wrong setting ends the start command with its reason and a failing exit code", async () => {
  await expect(startServer({ entry: "start.ts", env: { PORT: "no number" } })).rejects.toThrow(
    /ended before it listened \(1\)[\s\S]*PORT/,
  );
});
