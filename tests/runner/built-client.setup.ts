import { ensureClientBuilt } from "@faelleskort/server/launch/client-build.ts";

/** Runs before the tests that need a built client, so that running them alone never meets yesterday's build. */
export async function setup(): Promise<void> {
  await ensureClientBuilt(console.log);
}
