import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const virtual = "virtual:pdf-decoders";
/** By the names under which the PDF reader asks for them: JBIG2 and CCITT fax, JPEG 2000. */
const files = ["jbig2_nowasm_fallback.js", "openjpeg_nowasm_fallback.js"];

/**
 * Vite plugin: `import { address } from "virtual:pdf-decoders"` gives the address of a folder with the PDF reader's decoders
 * for scanned pages, as plain scripts: the pages' policy allows no WebAssembly. The reader fetches one when a page needs it.
 */
export function pdfDecoders(): Plugin {
  const reader = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const sources = files.map((name) => ({ name, source: readFileSync(join(reader, "wasm", name)) }));
  const hash = createHash("sha256");
  for (const { source } of sources) hash.update(source);
  /** Named after what is in it, so that a page of an older build asks for none but its own. */
  const folder = `pdf-decoders/${hash.digest("hex").slice(0, 8)}`;
  let isBuild = true;
  return {
    name: "faelleskort-pdf-decoders",
    configResolved({ command }) {
      isBuild = command === "build";
    },
    resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
    load(id) {
      if (id !== `\0${virtual}`) return undefined;
      const address = isBuild ? `/${folder}/` : `/@fs${reader}/wasm/`;
      return `export const address = ${JSON.stringify(address)};`;
    },
    generateBundle() {
      for (const { name, source } of sources) {
        this.emitFile({ type: "asset", fileName: `${folder}/${name}`, source });
      }
    },
  };
}
