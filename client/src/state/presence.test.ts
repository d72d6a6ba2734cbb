import { actorId, participantId } from "@faelleskort/shared/model/ids.ts";
import { listenersId, type Presence } from "@faelleskort/shared/protocol/presence.ts";
import { describe, expect, it } from "vitest";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { createPresence, fitted } from "./presence.ts";

const presence: Presence = {
  participantId: participantId("participant-1"),
  role: "participant",
  label: "Biblioteket",
  color: 3,
  device: "board",
  sheet: "wall",
  cursor: null,
  drag: [],
  editing: null,
  drafts: 0,
};

/** Timers that run when the test says so. */
function handTimers() {
  const waiting = new Map<number, () => void>();
  let next = 1;
  return {
    set: (run: () => void) => {
      waiting.set(next, run);
      return next++;
    },
    clear: (timer: number) => void waiting.delete(timer),
    pass() {
      const due = [...waiting.values()];
      waiting.clear();
      for (const run of due) run();
    },
    count: () => waiting.size,
  };
}

const copy = (from: Awareness, to: Awareness) =>
  applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), "remote");

describe("presence", () => {
  it("tells at once, then at most once per beat, and always the last word", () => {
    const awareness = new Awareness(new Y.Doc());
    const timers = handTimers();
    const hub = createPresence(awareness, presence, timers);
    const told: unknown[] = [];
    awareness.on("update", () => told.push(awareness.getLocalState()?.["cursor"]));
    for (let x = 1; x <= 10; x++) hub.set({ cursor: { x, y: 0 } });
    expect(told).toEqual([]);
    timers.pass();
    expect(told).toEqual([{ x: 10, y: 0 }]);
    hub.close();
    expect(awareness.getLocalState()).toBeNull();
    expect(timers.count()).toBe(0);
    awareness.destroy();
  });

  it("shows the others and passes over what it can't read", () => {
    const mine = new Awareness(new Y.Doc());
    const readable = new Awareness(new Y.Doc());
    const unreadable = new Awareness(new Y.Doc());
    const timers = handTimers();
    const hub = createPresence(mine, presence, timers);
    readable.setLocalState({ ...presence, label: "Fair Play" });
    unreadable.setLocalState({ label: 7 });
    copy(readable, mine);
    copy(unreadable, mine);
    timers.pass();
    expect(hub.peers.get().map(({ label, clientId }) => ({ label, clientId }))).toEqual([
      { label: "Fair Play", clientId: readable.clientID },
    ]);
    hub.close();
    for (const awareness of [mine, readable, unreadable]) awareness.destroy();
  });

  it("knows how many listen besides, by the server's word", () => {
    const mine = new Awareness(new Y.Doc());
    const server = new Awareness(new Y.Doc());
    server.clientID = listenersId;
    const timers = handTimers();
    const hub = createPresence(mine, presence, timers);
    server.setLocalState({ listeners: 1 });
    server.setLocalState({ listeners: 940 });
    copy(server, mine);
    timers.pass();
    expect(hub.listeners.get()).toBe(940);
    expect(hub.peers.get()).toEqual([]);
    server.setLocalState(null);
    copy(server, mine);
    timers.pass();
    expect(hub.listeners.get()).toBe(0);
    hub.close();
    for (const awareness of [mine, server]) awareness.destroy();
  });

  it("fits into what the server takes, however much is in the hand", () => {
    const drag = Array.from({ length: 200 }, (_, index) => ({
      record: "actor" as const,
      id: actorId(`actor-with-a-long-id-${index}`),
      x: -123_456.789_012_3,
      y: 98_765.432_1,
    }));
    const small = fitted({ ...presence, label: "L".repeat(120), drag });
    expect(JSON.stringify(small).length).toBeLessThanOrEqual(3600);
    expect(small.drag.length).toBeGreaterThan(20);
    expect(small.drag[0]).toMatchObject({ x: -123_456.8, y: 98_765.4 });
  });
});
