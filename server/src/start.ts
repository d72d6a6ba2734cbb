import { networkInterfaces } from "node:os";
import { addressesOf, welcome } from "./launch/addresses.ts";
import { ensureClientBuilt } from "./launch/client-build.ts";

/**
 * `npx pnpm@12 start`: builds the client when its sources changed, then becomes the server (`main.ts` in this very
 * process, so that signals and exit codes are its own), and shows where people reach it.
 */
async function start(): Promise<void> {
  try {
    await ensureClientBuilt(console.log);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
  const { listeningOn } = await import("./main.ts");
  const publicUrl = process.env["PUBLIC_URL"]?.trim();
  console.log(
    welcome(
      addressesOf(
        listeningOn,
        publicUrl === undefined || publicUrl === "" ? null : publicUrl,
        networkInterfaces(),
      ),
    ),
  );
}

await start();
