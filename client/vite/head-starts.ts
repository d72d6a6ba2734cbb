import type { Plugin, Rollup } from "vite";

/** The parts of what was built that are looked at. */
type Bundle = Readonly<Record<string, Pick<Rollup.OutputAsset, "type"> | Chunk>>;
interface Chunk {
  readonly type: "chunk";
  readonly facadeModuleId: string | null;
  readonly imports: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}

export interface HeadStart {
  /** Of the page's address, as a regular expression. */
  readonly path: string;
  /** What the page loads besides the first script: absolute paths of modules. */
  readonly modules: readonly string[];
  /** Begin of the names of typefaces it is written in. */
  readonly letters?: readonly string[];
}

/**
 * Vite plugin: writes `head-starts.json` beside the page, with a `Link` header for each kind of page by its address, so that the server
 * can have a browser fetch the page's scripts while it still reads the page. Without it, they are asked for once the first script runs.
 * @param first absolute path of the page itself: its own files come first, or they would have to wait for all the others
 */
export function headStarts(first: string, pages: readonly HeadStart[]): Plugin {
  return {
    name: "faelleskort-head-starts",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const source = JSON.stringify(
          pages.map((page) => ({ path: page.path, link: linkOf(bundle, first, page) })),
        );
        this.emitFile({ type: "asset", fileName: "head-starts.json", source });
      },
    },
  };
}

/** The value of a page's `Link` header. @throws when the build has no such module */
export function linkOf(bundle: Bundle, first: string, { modules, letters = [] }: HeadStart): string {
  const files = new Set([...filesOf(bundle, [first]), ...filesOf(bundle, modules)]);
  const fonts = Object.keys(bundle).filter((file) =>
    letters.some((begin) => file.startsWith(`assets/${begin}`)),
  );
  return [
    ...Array.from(files, (file) =>
      file.endsWith(".css")
        ? `</${file}>; rel=preload; as=style; crossorigin`
        : `</${file}>; rel=modulepreload`,
    ),
    ...fonts.map((file) => `</${file}>; rel=preload; as=font; crossorigin`),
  ].join(", ");
}

/** The scripts that these modules are in, with all that they import at once, and their styles. */
function filesOf(bundle: Bundle, modules: readonly string[]): string[] {
  const chunkOf = (file: string): Chunk | null => {
    const output = bundle[file];
    return output?.type === "chunk" ? output : null;
  };
  const scripts = new Set(
    modules.map((module) => {
      const file = Object.keys(bundle).find((name) => chunkOf(name)?.facadeModuleId === module);
      if (file === undefined) throw new Error(`the build has no ${module}`);
      return file;
    }),
  );
  for (const file of scripts) for (const imported of chunkOf(file)?.imports ?? []) scripts.add(imported);
  const styles = [...scripts].flatMap((file) => [...(chunkOf(file)?.viteMetadata?.importedCss ?? [])]);
  return [...scripts, ...new Set(styles)];
}
