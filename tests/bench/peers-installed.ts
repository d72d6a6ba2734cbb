import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const serverPeers = fileURLToPath(new URL("./peers/", import.meta.url));

/**
 * Installs the peers from their own lockfile when they aren't there yet: by the pnpm that runs us, or by `npx pnpm@12`.
 * @param folder where their lockfile lies; the servers' when not given
 * @throws when that fails; the message holds the installer's output
 */
export async function installPeers(folder = serverPeers): Promise<void> {
  const pnpm = process.env["npm_execpath"];
  const args = ["install", "--frozen-lockfile", "--dir", folder];
  const [command, ...before] =
    pnpm === undefined
      ? ["npx", "-y", "pnpm@12"]
      : /\.[cm]?js$/.test(pnpm)
        ? [process.execPath, pnpm]
        : [pnpm];
  const child = spawn(command, [...before, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const keep = (chunk: unknown): void => {
    output += String(chunk);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  if (code !== 0) throw new Error(`the peers can't be installed:\n${output}`);
}
