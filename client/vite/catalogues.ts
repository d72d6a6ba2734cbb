import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { compileMessageOrThrow, type CompiledMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";
import type { Message, MessagePart } from "../src/i18n/format-message.ts";

const prefix = "virtual:catalogue/";
const locales = ["da", "en"] as const;
/** The areas of the pages that a phone sees; those of the board are fetched with the board. */
export const pageAreas: readonly string[] = [
  "common",
  "errors",
  "join",
  "phone",
  "privacy",
  "start",
  "steps",
];
const modules = locales.flatMap((locale) =>
  (["page", "board"] as const).map((group) => ({ id: `${prefix}${locale}/${group}`, locale, group })),
);

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
 * Joins area files of one language and compiles every message, so that the bundle carries no ICU parser.
 * @throws when two areas hold the same id, or a message doesn't parse or asks for what `format-message.ts` doesn't do;
 * the error names file and id.
 */
export function compileCatalogue(
  areas: readonly { readonly file: string; readonly messages: SourceMessages }[],
): Record<string, Message> {
  const compiled: Record<string, Message> = {};
  for (const { file, messages } of areas) {
    for (const [id, message] of Object.entries(messages)) {
      if (id in compiled) throw new Error(`${file}: "${id}" is already in another area file`);
      try {
        compiled[id] = compactMessage(compileMessageOrThrow(message));
      } catch (cause) {
        throw new Error(`${file}: "${id}" is not a message we can show: ${message}`, { cause });
      }
    }
  }
  return compiled;
}

function compactMessage(tokens: CompiledMessage): Message {
  const parts = tokens.map(compactPart);
  const [only] = parts;
  // A lone "#" is a number to put in, not a text.
  return parts.length === 1 && typeof only === "string" && only !== "#" ? only : parts;
}

function compactPart(token: CompiledMessage[number]): MessagePart {
  if (typeof token === "string") return token;
  const [name, kind, format] = token;
  if (kind === undefined) return [name];
  if ((kind !== "plural" && kind !== "select") || typeof format !== "object" || format === null) {
    throw new Error(`"${kind}" is not among what messages may do`);
  }
  const branches: Record<string, Message> = {};
  for (const [word, branch] of Object.entries(format)) {
    if (branch === undefined) continue;
    if (!Array.isArray(branch)) throw new Error(`"${word}" is not among what messages may do`);
    branches[word] = compactMessage(branch);
  }
  return [name, kind, branches];
}

/**
 * Vite plugin: `import { messages } from "virtual:catalogue/da/page"` (or `en`, or `board`) gives one object from
 * message id to compiled message, made of the group's `client/src/i18n/catalogues/<locale>/<area>.json`. Load it lazily
 * to ship one language at a time. Works in the dev server (a changed area file reloads the page), in the build and in
 * vitest; its type is in `client/src/i18n/virtual.d.ts`.
 * @param folder absolute path of the folder that holds one folder per language
 */
export function catalogues(folder: string): Plugin {
  return {
    name: "faelleskort-catalogues",
    resolveId(id) {
      if (!id.startsWith(prefix)) return undefined;
      if (!modules.some((module) => module.id === id)) {
        throw new Error(`${id}: there are ${modules.map((module) => module.id).join(", ")}`);
      }
      return `\0${id}`;
    },
    async load(id) {
      const module = modules.find((known) => id === `\0${known.id}`);
      if (module === undefined) return undefined;
      const localeFolder = join(folder, module.locale);
      const names = (await readdir(localeFolder))
        .filter(
          (name) =>
            name.endsWith(".json") &&
            pageAreas.includes(basename(name, ".json")) === (module.group === "page"),
        )
        .sort();
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
        for (const { id } of modules) {
          const module = server.moduleGraph.getModuleById(`\0${id}`);
          if (module !== undefined) server.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: "full-reload" });
      };
      server.watcher.on("add", reload).on("unlink", reload).on("change", reload);
    },
  };
}
