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
    dynamicImports: v.optional(v.array(v.string()), []),
  }),
);

/** Vite's account of what it built: entry or source → the file made of it, what that imports at once, and what later. */
export type Manifest = v.InferOutput<typeof manifestSchema>;

const boardPage = "src/panels/BoardPage.tsx";
/** What is loaded before a page can be used, its texts in one language included. */
const texts = "virtual:catalogue/da/page";
const light = ["index.html", "src/app/light-app.tsx", texts];

/** The entries and sources that a page is made of; with all that these import at once, it is what a browser loads for it. */
export const starts = {
  join: [...light, "src/app/pages/JoinPage.tsx"],
  /** With it words can be typed, and a card be sent as soon as the workshop is open. */
  form: [...light, "src/app/PhoneWorkshop.tsx"],
  phone: [...light, "src/app/PhoneWorkshop.tsx", "src/app/open-workshop.ts"],
  /** With it the board can be seen and used. */
  board: [
    "index.html",
    "src/app/board-app.tsx",
    boardPage,
    "src/app/open-workshop.ts",
    texts,
    "virtual:catalogue/da/board",
  ],
} as const;

/** All that a board loads by itself, asked or not: the panels and dialogs it fetches once it stands, and the other language. */
export function wholeBoard(manifest: Manifest): readonly string[] {
  // Which of the board's chunks asks for them is the bundler's choice; what every page starts with asks for the other pages.
  const everyPage = chunksFor(manifest, ["index.html"]);
  const ofBoard = [...chunksFor(manifest, [boardPage])].filter((key) => !everyPage.has(key));
  const later = ofBoard.flatMap((key) => manifest[key]?.dynamicImports ?? []);
  if (later.length === 0) throw new Error("the board fetches nothing later: its panels aren't counted");
  return [...starts.board, ...later, "virtual:catalogue/en/page", "virtual:catalogue/en/board"];
}

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
export function scriptsFor(manifest: Manifest, sources: readonly string[]): readonly string[] {
  return [...chunksFor(manifest, sources)].map((key) => manifest[key]?.file ?? key);
}

function chunksFor(manifest: Manifest, sources: readonly string[]): ReadonlySet<string> {
  const keys = new Set<string>(sources);
  for (const key of keys) {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`the build has no ${key}`);
    for (const imported of chunk.imports) keys.add(imported);
  }
  return keys;
}

/** Bytes over the line when files are sent with gzip. */
export function gzipBytes(client: BuiltClient, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(client.assets.get(file) ?? "").length, 0);
}
