import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const squeeze = { br: promisify(brotliCompress), gz: promisify(gzip) } as const;

/** Below this a compressed file saves less than a packet, bytes. */
const smallest = 1024;

/**
 * Writes a `.br` and a `.gz` beside each text file in a folder, once at the build, so that the server never compresses while
 * people work. Kinds that are compressed already (pictures, woff2) are left alone, and so are source maps, which nobody's page loads.
 * @param folder absolute
 */
export async function compressFiles(folder: string): Promise<void> {
  for await (const path of glob("**/*.{js,mjs,css,html,svg}", { cwd: folder })) {
    const file = join(folder, path);
    const content = await readFile(file);
    if (content.length < smallest) continue;
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
    await Promise.all([
      squeeze.br(content, quality).then((bytes) => writeFile(`${file}.br`, bytes)),
      squeeze
        .gz(content, { level: constants.Z_BEST_COMPRESSION })
        .then((bytes) => writeFile(`${file}.gz`, bytes)),
    ]);
  }
}
