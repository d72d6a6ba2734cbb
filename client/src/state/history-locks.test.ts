import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { elementId } from "@faelleskort/shared/model/ids.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createHistory } from "./history.ts";

const id = elementId("shape-one");
const refs = [{ record: "element", id } as const];
const add: BoardCommand = {
  type: "element.add",
  element: {
    kind: "text",
    id,
    sheet: freeSheetId("free-ideas-1"),
    text: "Åben skole",
    box: { x: 0, y: 0, width: 10, height: 10 },
    colour: "ink",
    size: "m",
  },
};

/** One person's history over a board that the facilitator changes, too. */
function person(role: Role) {
  const doc = new Y.Doc();
  const history = createHistory({ board: doc, snapshot: () => readBoard(doc), role });
  const decide = (command: BoardCommand, as: Role) => {
    const author = { label: "", participantId: null };
    const decision = decideBoard(readBoard(doc), command, { author, now: 1, role: as });
    if (!decision.ok) throw new Error(decision.error);
    return decision.value;
  };
  return {
    history,
    colour: () => {
      const element = readBoard(doc).elementsById.get(id);
      return element?.kind === "text" ? element.colour : null;
    },
    do: (command: BoardCommand) => history.write(readBoard(doc), decide(command, role)),
    facilitator: (command: BoardCommand) => applyChanges(doc, decide(command, "facilitator"), "network"),
  };
}

test("FREE-LOCK-1 what was locked after a step isn't taken back by its maker; the facilitator takes back even that", () => {
  const anne = person("participant");
  anne.do(add);
  anne.do({ type: "free.recolour", refs, colour: "blue" });
  anne.facilitator({ type: "free.lock", refs, locked: true });
  expect(anne.history.undo()).toBe(false);
  expect(anne.colour()).toBe("blue");
  anne.history.close();

  const facilitator = person("facilitator");
  facilitator.do(add);
  facilitator.do({ type: "free.recolour", refs, colour: "blue" });
  facilitator.do({ type: "free.lock", refs, locked: true });
  expect(facilitator.history.undo()).toBe(true);
  expect(facilitator.history.undo()).toBe(true);
  expect(facilitator.colour()).toBe("ink");
  facilitator.history.close();
});
