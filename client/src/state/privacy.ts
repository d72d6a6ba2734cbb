import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { StageCommand } from "@faelleskort/shared/commands/stage-command.ts";
import { textsIn } from "@faelleskort/shared/commands/texts-in.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import { judge } from "@faelleskort/shared/privacy/judge.ts";
import type { Objection } from "./objection.ts";
import { textOf } from "./text-target.ts";

/** Stands between everything that is written and what is sent. */
export interface PrivacyGuard {
  /** What keeps these commands from being sent; null when nothing does. */
  objectionTo(commands: readonly (BoardCommand | StageCommand)[]): Objection | null;
  /** The writer says that what was found isn't personal: it passes for as long as this page is open. */
  confirm(objection: Objection): void;
}

export function createPrivacyGuard(visible: () => BoardSnapshot): PrivacyGuard {
  const confirmed = new Set<string>();
  /** What everybody has already is no news. */
  const before = (command: BoardCommand | StageCommand): string =>
    command.type === "text.edit" ? (textOf(visible(), command.target) ?? "") : "";
  return {
    objectionTo(commands) {
      const verdicts = commands.flatMap((command) =>
        textsIn(command).map((text) => judge(text, before(command), confirmed)),
      );
      const findings = verdicts.flatMap((verdict) => (verdict.kind === "clear" ? [] : verdict.findings));
      if (findings.length === 0) return null;
      return { kind: verdicts.some(({ kind }) => kind === "stop") ? "stop" : "ask", findings };
    },
    confirm({ findings }) {
      for (const { value } of findings) confirmed.add(value);
    },
  };
}
