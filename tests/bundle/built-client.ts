import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as v from "valibot";

const dist = fileURLToPath(new URL("../../client/dist/", import.meta.url));

const manifestSchema = v.record(
  v.string(),
  v.object({
    file: v.string(),
    src: v.optional(v.string()),
    imports: v.optional(v.array(v.string()), []),
    css: v.optional(v.array(v.string()), []),
  }),
);

/** Vite's account of what it built: entry or source → the file made of it and what that file imports at once. */
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** The built client, read once: every file below `client/dist/assets` by name, the page, and the manifest. */
export interface BuiltClient {
  readonly page: string;
  readonly manifest: Manifest;
  readonly assets: ReadonlyMap<string, Buffer>;
}

/** Reads what the build stage left in `client/dist`. */
export async function readBuiltClient(): Promise<BuiltClient> {
  const names = await readdir(`${dist}assets`);
  const assets = await Promise.all(
    names.map(async (name) => [`assets/${name}`, await readFile(`${dist}assets/${name}`)] as const),
  );
  return {
    page: await readFile(`${dist}index.html`, "utf8"),
    manifest: v.parse(manifestSchema, JSON.parse(await readFile(`${dist}.vite/manifest.json`, "utf8"))),
    assets: new Map(assets),
  };
}

/** The scripts a browser loads for these entries or sources, with all they import at once. */
export function scriptsFor(manifest: Manifest, starts: readonly string[]): readonly string[] {
  const keys = new Set<string>(starts);
  for (const key of keys) {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`the build has no ${key}`);
    for (const imported of chunk.imports) keys.add(imported);
  }
  return [...keys].map((key) => manifest[key]?.file ?? key);
}

/** Bytes over the line when files are sent with gzip. */
export function gzipBytes(client: BuiltClient, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(client.assets.get(file) ?? "").length, 0);
}
