import { constants, copyFile, open, readdir } from "node:fs/promises";
import * as v from "valibot";

/** Waits until a file's bytes, or a folder's names, are on the disk. */
export async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Windows neither needs nor allows syncing a folder. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform !== "win32") await syncToDisk(path);
}

/** The copy is on the disk when this resolves; it fails when there is a file of that name. */
export async function copySynced(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL);
  await syncToDisk(to);
}

/** The names in a folder; none when there is no such folder. */
export async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (v.is(v.object({ code: v.literal("ENOENT") }), error)) return [];
    throw error;
  }
}
