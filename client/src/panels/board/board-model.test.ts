import { actorId, participantId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, test } from "vitest";
import type { Peer } from "../../state/presence.ts";
import { noticeOf } from "./board-notice.ts";
import { canvasPeers } from "./canvas-peers.ts";
import { sentItem } from "./drag-presence.ts";
import { tabsOf } from "./panel-tabs.ts";

const peer = (part: Partial<Peer>): Peer => ({
  clientId: 1,
  participantId: participantId("person-1"),
  role: "participant",
  label: "Bo",
  color: 0,
  device: "board",
  sheet: "wall",
  cursor: null,
  drag: [],
  editing: null,
  drafts: 0,
  ...part,
});

describe("others, as the canvas draws them", () => {
  test("what they drag comes back as it was sent", () => {
    const id = actorId("actor-1");
    const held = { ref: { record: "actor", id }, x: 3, y: 4 } as const;
    expect(canvasPeers([peer({ drag: [sentItem(held)] })])[0]?.drag).toEqual({ items: [held] });
    expect(canvasPeers([peer({})])[0]?.drag).toBeNull();
  });

  test("where they write, without more than the canvas needs", () => {
    const id = actorId("actor-1");
    const [one] = canvasPeers([peer({ editing: { record: "actor", id, field: "partners" } })]);
    expect(one?.editing).toEqual({ ref: { record: "actor", id }, field: "partners" });
  });

  test("the big screen is nobody", () => {
    expect(canvasPeers([peer({ device: "projector" })])).toEqual([]);
  });
});

describe("what holds for the whole page", () => {
  const open = { locked: false, writing: { mode: "open" as const, reveals: 0 } };
  test.each([
    [open, "participant", false, null],
    [open, "participant", true, "board.led-here"],
    [{ ...open, locked: true }, "participant", true, "board.locked"],
    [{ ...open, locked: true }, "facilitator", false, "board.locked-facilitator"],
    [
      { ...open, writing: { mode: "private" as const, reveals: 0 } },
      "participant",
      false,
      "board.private-writing",
    ],
    [{ ...open, locked: true }, "observer", false, "board.observing"],
  ] as const)("%j for a %s (called: %s) says %s", (stage, role, isLed, text) => {
    expect(noticeOf(stage, role, isLed)?.text ?? null).toBe(text);
  });
});

test("only facilitators have the plan", () => {
  expect(tabsOf(true)).toContain("plan");
  expect(tabsOf(false)).not.toContain("plan");
});
