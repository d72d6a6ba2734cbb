import type { BoardCommand } from "./board-command.ts";
import type { StageCommand } from "./stage-command.ts";

/** What people write: the keys of commands that hold their words. */
const wordKeys: ReadonlySet<string> = new Set(["name", "title", "text", "area"]);

/** Every text that a command would show to others: on the board, whatever kind of record it is for, or as a sheet's or step's title. */
export function textsIn(command: BoardCommand | StageCommand): readonly string[] {
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
