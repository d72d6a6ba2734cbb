import { compileMessageOrThrow, type CompiledMessage } from "@lingui/message-utils/compileMessage";

/** What a message asks of who uses it: its values, and for choices by word ("select") which words it knows. */
export interface MessageShape {
  /** Sorted, each once. */
  readonly values: readonly string[];
  /** `value: word, word` for every choice by word, sorted. */
  readonly choices: readonly string[];
  /** Tags for rich text, such as `<0>` or `<b>`, sorted. */
  readonly tags: readonly string[];
}

/**
 * Reads the shape of an ICU message.
 * @throws when it doesn't parse
 */
export function shapeOf(message: string): MessageShape {
  const values = new Set<string>();
  const choices = new Set<string>();
  const visit = (tokens: CompiledMessage): void => {
    for (const token of tokens) {
      if (typeof token === "string") continue;
      const [value, type, format] = token;
      values.add(value);
      if (typeof format !== "object" || format === null) continue;
      const branches = Object.entries(format).filter(([word]) => word !== "offset");
      if (type === "select")
        choices.add(
          `${value}: ${branches
            .map(([word]) => word)
            .toSorted()
            .join(", ")}`,
        );
      for (const [, branch] of branches) if (Array.isArray(branch)) visit(branch);
    }
  };
  visit(compileMessageOrThrow(message));
  const tags = new Set([...message.matchAll(/<\/?([A-Za-z0-9]+)\/?>/g)].map(([, tag]) => tag ?? ""));
  return { values: [...values].toSorted(), choices: [...choices].toSorted(), tags: [...tags].toSorted() };
}
