import { glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** A file of our own sources: its path below the repository's root, with slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const root = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Reads the files below the repository's root that match, sorted by path, without installed packages and builds.
 * @throws when nothing matches: a check that looks at no file would always hold
 */
export async function readSources(...patterns: readonly string[]): Promise<readonly SourceFile[]> {
  const paths: string[] = [];
  for await (const path of glob([...patterns], {
    cwd: root,
    exclude: ["**/node_modules/**", "**/dist/**", "**/test-output/**"],
  })) {
    paths.push(path.replaceAll("\\", "/"));
  }
  if (paths.length === 0) throw new Error(`no file matches ${patterns.join(", ")}`);
  return Promise.all(
    paths.sort().map(async (path) => ({ path, text: await readFile(`${root}${path}`, "utf8") })),
  );
}
