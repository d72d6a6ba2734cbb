import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { compileMessageOrThrow, type CompiledMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

const prefix = "virtual:catalogue/";
const locales = ["da", "en"] as const;

/** A language's messages by id, as they are written: ICU text. */
export type SourceMessages = Readonly<Record<string, string>>;

/**
 * Reads one area file's text: a flat JSON object from message id to ICU text.
 * @throws when it is anything else; the message names the file.
 */
export function parseArea(file: string, text: string): SourceMessages {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new Error(`${file}: a catalogue is one flat JSON object`);
  }
  const messages: Record<string, string> = {};
  for (const [id, message] of Object.entries(parsed)) {
    if (typeof message !== "string") throw new Error(`${file}: "${id}" is not a text`);
    messages[id] = message;
  }
  return messages;
}

/**
 * Joins the area files of one language and compiles every message to Lingui's array form, so that the bundle
 * carries no ICU parser.
 * @throws when two areas hold the same id or a message doesn't parse; the message names file and id.
 */
export function compileCatalogue(
  areas: readonly { readonly file: string; readonly messages: SourceMessages }[],
): Record<string, CompiledMessage> {
  const compiled: Record<string, CompiledMessage> = {};
  for (const { file, messages } of areas) {
    for (const [id, message] of Object.entries(messages)) {
      if (id in compiled) throw new Error(`${file}: "${id}" is already in another area file`);
      try {
        compiled[id] = compileMessageOrThrow(message);
      } catch (cause) {
        throw new Error(`${file}: "${id}" is not a valid ICU message: ${message}`, { cause });
      }
    }
  }
  return compiled;
}

/**
 * Vite plugin: `import { messages } from "virtual:catalogue/da"` (or `…/en`) gives one object from message id to
 * compiled message, made of every `client/src/i18n/catalogues/<locale>/<area>.json`; hand it to
 * `i18n.load(locale, messages)`. Load it lazily (`await import("virtual:catalogue/en")`) to ship one language at a
 * time. Works in the dev server (a changed area file reloads the page), in the build and in vitest; its type is in
 * `client/src/i18n/virtual.d.ts`.
 * @param folder absolute path of the folder that holds one folder per language
 */
export function catalogues(folder: string): Plugin {
  return {
    name: "faelleskort-catalogues",
    resolveId(id) {
      if (!id.startsWith(prefix)) return undefined;
      const locale = locales.find((known) => id === prefix + known);
      if (locale === undefined) throw new Error(`${id}: the languages are ${locales.join(", ")}`);
      return `\0${prefix}${locale}`;
    },
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const localeFolder = join(folder, id.slice(prefix.length + 1));
      const names = (await readdir(localeFolder)).filter((name) => name.endsWith(".json")).sort();
      const areas = await Promise.all(
        names.map(async (name) => {
          const file = join(localeFolder, name);
          this.addWatchFile(file);
          return { file, messages: parseArea(file, await readFile(file, "utf8")) };
        }),
      );
      // Text inside JSON.parse: engines read it several times faster than an object literal of this size.
      const json = JSON.stringify(JSON.stringify(compileCatalogue(areas)));
      return { code: `export const messages = JSON.parse(${json});`, map: { mappings: "" } };
    },
    configureServer(server) {
      // A new or removed area file isn't watched through the module, so the folder is.
      server.watcher.add(folder);
      const reload = (file: string): void => {
        if (!file.startsWith(folder) || !file.endsWith(".json")) return;
        for (const locale of locales) {
          const module = server.moduleGraph.getModuleById(`\0${prefix}${locale}`);
          if (module !== undefined) server.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: "full-reload" });
      };
      server.watcher.on("add", reload).on("unlink", reload).on("change", reload);
    },
  };
}
