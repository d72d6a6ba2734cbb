import { actorId, markId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, it } from "vitest";
import { routeCommand } from "./routing.ts";

const draft = actorId("a-draft");
const card = actorId("a-card");
const mark = markId("a-mark");
const open = { isDraft: (id: string) => id === draft, isPrivate: false };
const hidden = { ...open, isPrivate: true };
const to = { x: 1, y: 2, z: 0 };

describe("where a command goes", () => {
  it("keeps cards written in private on the device", () => {
    const write = { type: "actor.write", id: card, name: "Torvet", category: null, wall: null } as const;
    expect(routeCommand(write, hidden)).toEqual({ board: null, drafts: write });
    expect(routeCommand(write, open)).toEqual({ board: write, drafts: null });
  });

  it("parts a gesture over both", () => {
    expect(
      routeCommand(
        {
          type: "actor.move",
          moves: [
            { id: draft, to },
            { id: card, to },
          ],
        },
        open,
      ),
    ).toEqual({
      board: { type: "actor.move", moves: [{ id: card, to }] },
      drafts: { type: "actor.move", moves: [{ id: draft, to }] },
    });
    const records = [
      { record: "actor", id: draft },
      { record: "mark", id: mark },
    ] as const;
    expect(routeCommand({ type: "records.delete", records: [...records] }, open)).toEqual({
      board: { type: "records.delete", records: [records[1]] },
      drafts: { type: "records.delete", records: [records[0]] },
    });
  });

  it("gives an empty gesture to the board, which turns nothing into nothing", () => {
    expect(routeCommand({ type: "actor.move", moves: [] }, open)?.board).toEqual({
      type: "actor.move",
      moves: [],
    });
  });

  it("won't do with a draft what only a card on the board can do", () => {
    expect(routeCommand({ type: "actor.merge", ids: [draft], into: card }, open)).toBeNull();
    expect(routeCommand({ type: "actor.merge", ids: [card], into: draft }, open)).toBeNull();
    expect(routeCommand({ type: "actor.place", moves: [{ id: draft, to }] }, open)).toBeNull();
    expect(routeCommand({ type: "actor.stick", id: draft, onWhoCard: true }, hidden)).toBeNull();
  });
});
