/** One limit as `limits.ts` says it. */
export interface LimitSource {
  /** `group.name` */
  readonly name: string;
  /** The comment above it, or above the nearest one before it that has one. */
  readonly reason: string;
}

/** Reads names and reasons out of the source: comments are the one place where reasons stand. */
export function limitSources(source: string): LimitSource[] {
  const found: LimitSource[] = [];
  let group = "";
  let reason = "";
  let comment: string[] | null = null;
  for (const line of source.split("\n")) {
    const text = line.trim();
    if (text.startsWith("/**")) comment = [];
    if (comment !== null) {
      comment.push(
        text
          .replace(/^\/\*\*\s?|^\*(?!\/)\s?|\*\/$/g, "")
          .replace(/\*\/$/, "")
          .trim(),
      );
      if (text.endsWith("*/")) {
        reason = comment.filter((part) => part !== "").join(" ");
        comment = null;
      }
      continue;
    }
    const opened = /^export const (\w+) = \{$/.exec(text);
    if (opened?.[1] !== undefined) group = opened[1];
    else if (text.startsWith("} as const")) group = "";
    const entry = /^(\w+): .+,(?: \/\/.*)?$/.exec(text);
    if (group !== "" && entry?.[1] !== undefined) found.push({ name: `${group}.${entry[1]}`, reason });
  }
  return found;
}

export interface LimitRow extends LimitSource {
  readonly value: string;
  readonly beyond: string;
}

/** The rows of the document's table. */
export function limitRows(markdown: string): LimitRow[] {
  return markdown
    .split("\n")
    .filter((line) => /^\|\s*`\w+\.\w+`/.test(line))
    .map((line) => {
      const [name = "", value = "", beyond = "", reason = ""] = line
        .split(/(?<!\\)\|/)
        .slice(1)
        .map((cell) => cell.trim());
      return { name: name.replaceAll("`", ""), value, beyond, reason };
    });
}
