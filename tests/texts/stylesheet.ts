/** One rule of a stylesheet: its selector, its declarations by property, and the line it starts on. */
export interface StyleRule {
  readonly selector: string;
  readonly declarations: ReadonlyMap<string, string>;
  readonly line: number;
}

/** Reads the innermost rules of a stylesheet, whatever they're nested in; comments are left out. */
export function styleRules(css: string): readonly StyleRule[] {
  // Comments give way to as many line ends, so that lines stay true.
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, " "));
  return [...plain.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(({ 1: selector = "", 2: body = "", index }) => ({
    selector: selector.trim().replaceAll(/\s+/g, " "),
    line: plain.slice(0, index + selector.length - selector.trimStart().length).split("\n").length,
    declarations: new Map(
      body
        .split(";")
        .map((declaration) => declaration.split(/:(.*)/s))
        .filter(([property, value]) => property?.trim() !== "" && value !== undefined)
        .map(([property = "", value = ""]) => [property.trim(), value.trim()]),
    ),
  }));
}
