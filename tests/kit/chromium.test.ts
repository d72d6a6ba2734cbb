import { delimiter } from "node:path";
import { describe, expect, test } from "vitest";
import { findChromium, NoChromiumError, type Machine } from "./chromium.ts";

function machine(starts: readonly string[], env: Record<string, string> = {}): Machine {
  return {
    env,
    playwrightPath: "/cache/playwright/chrome",
    versionOf: (path) => Promise.resolve(starts.includes(path) ? "Chromium 156.0" : undefined),
  };
}

describe("finding a browser", () => {
  test("CHROMIUM_PATH comes first", async () => {
    const found = await findChromium(
      machine(["/mine", "/cache/playwright/chrome"], { CHROMIUM_PATH: "/mine" }),
    );
    expect(found).toMatchObject({ path: "/mine", foundBy: "CHROMIUM_PATH" });
  });

  test("a CHROMIUM_PATH that doesn't start is an error, not ignored", async () => {
    const search = findChromium(machine(["/cache/playwright/chrome"], { CHROMIUM_PATH: "/gone" }));
    await expect(search).rejects.toThrow(NoChromiumError);
  });

  test("Playwright's own comes before the machine's", async () => {
    const found = await findChromium(
      machine(["/cache/playwright/chrome", "/bin/chromium"], { PATH: "/bin" }),
    );
    expect(found?.foundBy).toBe("Playwright");
  });

  test("every folder on PATH is looked through", async () => {
    const PATH = ["/first", "", "/second"].join(delimiter);
    const found = await findChromium(machine(["/second/google-chrome"], { PATH }));
    expect(found).toMatchObject({ path: "/second/google-chrome", foundBy: "this machine" });
  });

  test("none is undefined", async () => {
    await expect(findChromium(machine([], { PATH: "/bin" }))).resolves.toBeUndefined();
  });
});
