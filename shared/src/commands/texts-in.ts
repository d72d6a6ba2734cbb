import type { BoardCommand } from "./board-command.ts";

/** What people write: the keys of commands that hold their words. */
const wordKeys: ReadonlySet<string> = new Set(["name", "title", "text"]);

/** Every text that a command would put on the board, whatever kind of record it is for. */
export function textsIn(command: BoardCommand): readonly string[] {
  const texts: string[] = [];
  const collect = (value: object, isWords: boolean) => {
    const parts: readonly [string, unknown][] = Object.entries(value);
    for (const [key, part] of parts) {
      if (typeof part === "string" && (isWords || wordKeys.has(key))) texts.push(part);
      else if (typeof part === "object" && part !== null) collect(part, key === "answers");
    }
  };
  collect(command, false);
  return texts.filter((text) => text !== "");
}
