import { access, link, mkdir, open, readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import * as v from "valibot";

export const serverKeyFileName = "server.key";
const keyBytes = 32;

/**
 * The server's key from its file in `directory`, made on the first start (with mode 0600). Losing the file invalidates the links
 * and codes given out so far; whoever has it and the database can open every workshop.
 * @param bytes unpredictable ones, for the key and for the name of the file it is written to first
 * @returns 32 bytes, or one line for the operator
 */
export async function loadServerKey(
  directory: string,
  bytes: (count: number) => Uint8Array,
): Promise<Result<Uint8Array, string>> {
  const file = join(directory, serverKeyFileName);
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const text = (await readIfThere(file)) ?? (await makeKey(directory, file, bytes));
    const key = Buffer.from(text.trim(), "base64url");
    if (key.length === keyBytes) return ok(new Uint8Array(key));
    return err(
      `${file} is damaged: put it back from a backup (without it, links given out before stop working)`,
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(`the server's key can't be read or made: ${reason}`);
  }
}

/**
 * Whether a store lies in `directory` whose key is gone. A new key is then made on start, and no link or code given out before works any
 * more: an operator who lost the file by mistake must hear of it.
 * @param storeFile the name of the store's file
 */
export async function isKeyLost(directory: string, storeFile: string): Promise<boolean> {
  return (await isThere(join(directory, storeFile))) && !(await isThere(join(directory, serverKeyFileName)));
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

/**
 * Whole or not at all: written beside, synced, and then linked to its name, which fails when another process was first; then that
 * one's key counts.
 */
async function makeKey(
  directory: string,
  file: string,
  bytes: (count: number) => Uint8Array,
): Promise<string> {
  const text = `${Buffer.from(bytes(keyBytes)).toString("base64url")}\n`;
  const draft = `${file}.${Buffer.from(bytes(9)).toString("base64url")}`;
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, file);
    await syncDirectory(directory);
    return text;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return await readFile(file, "utf8");
    throw error;
  } finally {
    await unlink(draft);
  }
}

/** So that the name survives a power cut, too. Windows neither needs nor allows it. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function hasCode(error: unknown, code: string): boolean {
  return v.is(v.object({ code: v.literal(code) }), error);
}
