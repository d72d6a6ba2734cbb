import { parseArea, type SourceMessages } from "../../client/vite/catalogues.ts";
import type { SourceFile } from "../kit/source/files.ts";
import { shapeOf, type MessageShape } from "./message.ts";

/** The messages of one language by id, all area files together. */
export interface Catalogue {
  readonly messages: SourceMessages;
  /** What is wrong with the files themselves. */
  readonly faults: readonly string[];
}

/** The area file with the words every screen shares (roles, fields, categories), which keep names of their own. */
const sharedArea = "common";
/** Words that mean a message isn't written yet. */
const unfinished = /\b(TODO|FIXME|XXX|TBD|lorem)\b|\?\?\?/i;
/** As many words as this don't happen to be the same in Danish and English. */
const tooLongToBeAlike = 4;

/** Joins the area files of one language, and tells what is wrong with them. */
export function joinAreas(files: readonly SourceFile[]): Catalogue {
  const messages: Record<string, string> = {};
  const faults: string[] = [];
  for (const { path, text } of files) {
    const area = path.replace(/^.*\//, "").replace(/\.json$/, "");
    for (const [id, message] of Object.entries(parseArea(path, text))) {
      if (area !== sharedArea && !id.startsWith(`${area}.`))
        faults.push(`${path}: "${id}" doesn't start with "${area}."`);
      if (id in messages) faults.push(`${path}: "${id}" is already in another file`);
      if (message.trim() === "") faults.push(`${path}: "${id}" is empty`);
      if (unfinished.test(message)) faults.push(`${path}: "${id}" isn't finished: ${message}`);
      messages[id] = message;
    }
  }
  return { messages, faults };
}

/**
 * Compares two languages: the same ids, the same values, choices and tags in every message, and no sentence left in
 * the other language.
 */
export function differences(da: SourceMessages, en: SourceMessages): readonly string[] {
  const faults: string[] = [];
  for (const id of Object.keys(da)) if (!(id in en)) faults.push(`"${id}" is missing in English`);
  for (const id of Object.keys(en)) if (!(id in da)) faults.push(`"${id}" is missing in Danish`);
  for (const [id, danish] of Object.entries(da)) {
    const english = en[id];
    const danishShape = shapeOrFault(danish);
    if (typeof danishShape === "string") faults.push(`"${id}" in Danish doesn't parse: ${danishShape}`);
    if (english === undefined) continue;
    const englishShape = shapeOrFault(english);
    if (typeof englishShape === "string") faults.push(`"${id}" in English doesn't parse: ${englishShape}`);
    if (typeof danishShape === "string" || typeof englishShape === "string") continue;
    for (const part of ["values", "choices", "tags"] as const) {
      const [one, other] = [danishShape[part].join("; "), englishShape[part].join("; ")];
      if (one !== other)
        faults.push(`"${id}" has other ${part} in Danish (${one}) than in English (${other})`);
    }
    if (danish === english && danish.split(/\s+/).length >= tooLongToBeAlike) {
      faults.push(`"${id}" is the same text in Danish and English`);
    }
  }
  return faults;
}

function shapeOrFault(message: string): MessageShape | string {
  try {
    return shapeOf(message);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
