import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { StageCommand } from "@faelleskort/shared/commands/stage-command.ts";
import { useState } from "react";
import { useWorkshopIfOpen } from "../state/hooks.ts";
import type { Objection } from "../state/objection.ts";
import type { Held } from "./guarded-text.ts";

export interface PersonalCheck {
  /** For `PersonalHint`. */
  readonly held: Held | null;
  /** Whether the commands may be sent; when not, `held` says why. */
  readonly passes: (commands: readonly (BoardCommand | StageCommand)[]) => boolean;
  /** The writer says that what was found isn't personal. */
  readonly confirm: () => void;
  /** The words have changed: what was found in them may be gone. */
  readonly forget: () => void;
}

/** The personal-data check of a form that is sent as a whole; nothing can be sent before the workshop is open. */
export function usePersonalCheck(): PersonalCheck {
  const privacy = useWorkshopIfOpen()?.privacy;
  const [objection, setObjection] = useState<Objection | null>(null);
  return {
    held: objection && { kind: "objection", objection },
    passes(commands) {
      if (!privacy) return false;
      const found = privacy.objectionTo(commands);
      setObjection(found);
      return found === null;
    },
    confirm() {
      if (objection) privacy?.confirm(objection);
      setObjection(null);
    },
    forget: () => setObjection(null),
  };
}
