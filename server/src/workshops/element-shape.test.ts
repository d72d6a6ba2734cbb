import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { elementId, participantId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { documentStateOf } from "./document-state.ts";
import { guardUpdate } from "./guard.ts";

/** A room with one stroke, and what its guard says of somebody's change to it. */
function room() {
  const doc = new Y.Doc();
  applyChanges(
    doc,
    [
      {
        kind: "create-element",
        element: {
          kind: "stroke",
          id: elementId("stroke-1"),
          sheet: freeSheetId("free-ideas-1"),
          text: "",
          box: { x: 0, y: 0, width: 9, height: 9 },
          points: [0, 0, 9, 9],
          pen: "pen",
          colour: "ink",
          size: "m",
          layer: 0,
          group: null,
          frame: null,
          locked: false,
          author: { label: "", participantId: null },
          createdAt: 1,
          deleted: false,
        },
      },
    ],
    null,
  );
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  const decide = (edit: (stroke: Y.Map<unknown>) => void) => {
    const before = Y.encodeStateVector(theirs);
    const stroke = recordsOf(theirs, "elements").get("stroke-1");
    if (!(stroke instanceof Y.Map)) throw new Error("no stroke");
    theirs.transact(() => edit(stroke));
    return guardUpdate(Y.encodeStateAsUpdate(theirs, before), 1_000_000, {
      state: documentStateOf(doc),
      participantId: participantId("anne-1"),
      mayWrite: { may: true, evenLocked: false },
      ownerOf: () => undefined,
      claimsLeft: 10,
      damaged: false,
      bytesLeft: 1_000_000,
    });
  };
  return { theirs, decide };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index / 2);

describe("the guard and elements", () => {
  it("takes the longest stroke that there may be, which reads", () => {
    const { theirs, decide } = room();
    const points = numbers(contentLimits.strokeNumbers);
    expect(decide((stroke) => stroke.set("points", points)).type).toBe("accept");
    expect(readBoard(theirs).elementsById.get(elementId("stroke-1"))).toMatchObject({ points });
  });

  it("refuses longer lists, and records with other keys or another shape", () => {
    const refusals: [(stroke: Y.Map<unknown>) => void, string][] = [
      [(stroke) => stroke.set("points", numbers(3_000)), "too-large"],
      [(stroke) => stroke.set("script", "alert(1)"), "malformed"],
      [(stroke) => stroke.set("box", new Y.Map()), "malformed"],
      [(stroke) => stroke.set("text", "not one that two can write in"), "malformed"],
      [(stroke) => stroke.set("picture", new Uint8Array(9)), "malformed"],
    ];
    for (const [edit, reason] of refusals) expect(room().decide(edit)).toEqual({ type: "refuse", reason });
  });
});
