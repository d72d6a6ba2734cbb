import { nodesIn, lineOf, type ParsedFile } from "../kit/source/parse.ts";

const attics = /(^|\/)(utils?|helpers?|misc|common|index)(\.test)?(\.tsx?|\/)/;
const silencers = /@ts-(ignore|nocheck)\b/;
/** Files whose tool demands a default export. */
const configurations = /(^|\/)[a-z]+\.config\.ts$/;

/** What a file does that the project's style forbids, each with its line; empty when all is well. */
export function styleBreaches(file: ParsedFile): readonly string[] {
  const breaches: string[] = [];
  if (attics.test(file.path)) {
    breaches.push(`${file.path} has a name that says nothing: name the noun or the verb`);
  }
  for (const { text, line } of file.comments) {
    if (silencers.test(text)) breaches.push(`${file.path}:${line} silences the type checker`);
  }
  for (const node of nodesIn(file.program)) {
    const at = `${file.path}:${lineOf(file.text, node.start)}`;
    if (node.type === "TSAnyKeyword") breaches.push(`${at} uses any`);
    if (node.type === "ExportDefaultDeclaration" && !configurations.test(file.path)) {
      breaches.push(`${at} has a default export`);
    }
  }
  return breaches;
}
