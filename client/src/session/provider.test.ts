import { encodeServerMessage, messageType, syncType } from "@faelleskort/shared/protocol/messages.ts";
import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Awareness } from "y-protocols/awareness";
import { writeSyncStep2 } from "y-protocols/sync";
import * as Y from "yjs";
import {
  FakeSocket,
  FakeWebSocket,
  greet,
  newestSocket as newest,
  syncFrame as frame,
} from "./testing/fake-socket.ts";
import { type Link, openLink } from "./provider.ts";
import { isAllSaved } from "./receipts.ts";

const edits = (socket: FakeSocket) =>
  socket.sent.filter(([type, kind]) => type === messageType.sync && kind !== syncType.step1).length;

describe("a document's connection", () => {
  let doc: Y.Doc;
  let link: Link;

  beforeEach(() => {
    vi.useFakeTimers();
    FakeSocket.all.length = 0;
    doc = new Y.Doc();
    doc.getMap("actors").set("made", "before the connection");
    link = openLink({ base: "ws://here/sync/w", name: "board", doc, WebSocket: FakeWebSocket });
  });
  afterEach(() => {
    link.close();
    vi.useRealTimers();
  });

  it("opens one socket at the document's address", () => {
    expect(FakeSocket.all.map(({ url }) => url)).toEqual(["ws://here/sync/w/board"]);
    expect(link.state.get().socket).toBe("connecting");
  });

  it("counts the frames that are receipted, and is in step when all are", () => {
    greet(newest());
    expect(link.state.get()).toMatchObject({ socket: "open", synced: true });
    expect(link.state.get().receipts.sent).toBe(1);
    doc.getMap("actors").set("more", "work");
    expect(link.state.get().receipts.sent).toBe(2);
    expect(edits(newest())).toBe(2);
    newest().say(encodeServerMessage({ type: "saved", frames: 1 }));
    expect(isAllSaved(link.state.get().receipts)).toBe(false);
    newest().say(encodeServerMessage({ type: "saved", frames: 2 }));
    expect(isAllSaved(link.state.get().receipts)).toBe(true);
  });

  it("hears refusals", () => {
    greet(newest());
    newest().say(encodeServerMessage({ type: "refused", frame: 1, reason: "locked" }));
    expect(link.state.get().receipts.refused).toEqual([{ frame: 1, reason: "locked" }]);
  });

  it("doesn't count what the server sent as this person's work", () => {
    greet(newest());
    const other = new Y.Doc();
    other.getMap("actors").set("theirs", "card");
    newest().say(frame((encoder) => writeSyncStep2(encoder, other)));
    expect(doc.getMap("actors").get("theirs")).toBe("card");
    expect(link.state.get().receipts.sent).toBe(1);
  });

  it("begins to count anew with each connection, and comes back after a lost one", () => {
    greet(newest());
    newest().say(encodeServerMessage({ type: "saved", frames: 1 }));
    newest().end(1006);
    expect(link.state.get()).toMatchObject({ socket: "closed", synced: false, finalCode: null });
    vi.advanceTimersByTime(10_000);
    expect(FakeSocket.all).toHaveLength(2);
    greet(newest());
    expect(link.state.get().receipts).toMatchObject({ sent: 1, saved: 0 });
  });

  it.each([closeCode.sessionEnded, closeCode.otherEpoch])("stays away after %i", (code) => {
    greet(newest());
    newest().end(code);
    vi.advanceTimersByTime(60_000);
    link.reconnect();
    expect(FakeSocket.all).toHaveLength(1);
    expect(link.state.get().finalCode).toBe(code);
  });

  it.each([closeCode.tooFast, closeCode.stuck, closeCode.protocolError])("comes back after %i", (code) => {
    greet(newest());
    newest().end(code);
    vi.advanceTimersByTime(10_000);
    expect(FakeSocket.all).toHaveLength(2);
    expect(link.state.get().finalCode).toBeNull();
  });

  it("knows of an edit that found the socket closing", () => {
    greet(newest());
    newest().readyState = 2;
    doc.getMap("actors").set("late", "card");
    expect(link.state.get()).toMatchObject({ unsentEdit: true, receipts: { sent: 1 } });
  });

  it("SAVE-2 knows that the first difference carries what was edited before the socket was open", () => {
    doc.getMap("actors").set("early", "card");
    expect(link.state.get().unsentEdit).toBe(true);
    greet(newest());
    expect(link.state.get()).toMatchObject({ unsentEdit: false, receipts: { sent: 1 } });
  });

  it("sends its own presence, and never echoes others'", () => {
    link.close();
    const awareness = new Awareness(doc);
    link = openLink({ base: "ws://here/sync/w", name: "board", doc, awareness, WebSocket: FakeWebSocket });
    newest().accept();
    const presences = () => newest().sent.filter(([type]) => type === messageType.awareness).length;
    const before = presences();
    awareness.emit("update", [{ added: [doc.clientID + 1], updated: [], removed: [] }, "remote"]);
    expect(presences()).toBe(before);
    awareness.setLocalState({ label: "me" });
    expect(presences()).toBe(before + 1);
    awareness.destroy();
  });

  it("shows itself to the others again after a lost connection", () => {
    link.close();
    const awareness = new Awareness(doc);
    awareness.setLocalState({ label: "me" });
    link = openLink({ base: "ws://here/sync/w", name: "board", doc, awareness, WebSocket: FakeWebSocket });
    const clock = () => awareness.meta.get(doc.clientID)?.clock ?? -1;
    newest().accept();
    const first = clock();
    newest().end(1006);
    vi.advanceTimersByTime(10_000);
    newest().accept();
    expect(clock()).toBeGreaterThan(first);
    awareness.destroy();
  });

  it("lets go of everything when closed", () => {
    greet(newest());
    link.close();
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.all).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
