import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { changesNothing } from "../../canvas/gestures/key-action.ts";
import type { CanvasTool } from "../../canvas/tool.ts";
import { useAct, useRun, useWorkshop } from "../../state/hooks.ts";
import { nextUnplaced } from "../list/next-unplaced.ts";
import { toolsOf } from "../tools/tools-of.ts";
import { useBoardKeys } from "../tools/use-board-keys.ts";

export interface BoardActions {
  readonly stage: Pick<Stage, "focus">;
  readonly mayWrite: boolean;
  readonly isFacilitator: boolean;
  readonly singleKeys: boolean;
  readonly onNew: () => void;
  readonly onTool: (tool: CanvasTool) => void;
  readonly sheet: SheetId;
}

/** What keys do on the board page, outside the canvas and fields. */
export function useBoardActions(actions: BoardActions): void {
  const { stage, mayWrite, isFacilitator, singleKeys, onNew, onTool, sheet } = actions;
  const act = useAct();
  const run = useRun();
  const { history, clusters, notices } = useWorkshop();
  const { focus } = stage;
  useBoardKeys(
    {
      placing: focus !== null && isFacilitator && mayWrite,
      facilitator: isFacilitator,
      singleKeys,
      tools: toolsOf(sheet).filter((tool) => mayWrite || changesNothing(tool)),
    },
    (key) => {
      switch (key.type) {
        case "undo":
          return void history.undo();
        case "redo":
          return void history.redo();
        case "new-card":
          return mayWrite ? onNew() : undefined;
        case "tool":
          return onTool(key.tool);
        case "next-unplaced": {
          const next = nextUnplaced(clusters.get(), focus);
          if (next) return void run({ type: "focus.set", actor: next.id });
          return notices.show({ tone: "done", text: "facilitator.all-placed" });
        }
        case "place":
          return focus === null
            ? undefined
            : void act({ type: "actor.place-in-field", id: focus, field: key.field });
      }
    },
  );
}
