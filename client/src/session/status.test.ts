import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { describe, expect, it } from "vitest";
import { noReceipts, type Receipts } from "./receipts.ts";
import { deriveStatus, type LinkState, wouldLose } from "./status.ts";

const allSaved: Receipts = { ...noReceipts, sent: 2, saved: 2, caughtUp: true };
const open: LinkState = {
  socket: "open",
  synced: true,
  receipts: allSaved,
  unsentEdit: false,
  finalCode: null,
};

describe("the status", () => {
  it("is saved only when connected, in step, and everything receipted", () => {
    expect(deriveStatus(open, "storing")).toEqual({ kind: "saved" });
    const others: Partial<LinkState>[] = [
      { socket: "connecting" },
      { socket: "closed" },
      { synced: false },
      { unsentEdit: true },
      { receipts: { ...allSaved, sent: 3 } },
      { receipts: { ...allSaved, caughtUp: false } },
      { receipts: { ...allSaved, refused: [{ frame: 2, reason: "gap" }] } },
      { receipts: { ...allSaved, refused: [{ frame: 2, reason: "locked" }] } },
      { finalCode: closeCode.sessionEnded },
    ];
    for (const part of others) {
      expect(deriveStatus({ ...open, ...part }, "stored").kind, JSON.stringify(part)).not.toBe("saved");
    }
  });

  it("says offline with what this device keeps", () => {
    expect(deriveStatus({ ...open, socket: "closed" }, "storing")).toEqual({
      kind: "offline",
      keeping: "storing",
    });
  });

  it("tells a refusal with its reason", () => {
    const receipts = { ...allSaved, refused: [{ frame: 2, reason: "locked" as const }] };
    expect(deriveStatus({ ...open, receipts }, "stored")).toEqual({
      kind: "refused",
      reason: "locked",
      keeping: "stored",
    });
  });

  it("tells the two ends apart, whatever else is", () => {
    const closed: LinkState = { ...open, socket: "closed" };
    expect(deriveStatus({ ...closed, finalCode: closeCode.sessionEnded }, "stored")).toEqual({
      kind: "ended",
    });
    expect(deriveStatus({ ...closed, finalCode: closeCode.otherEpoch }, "stored")).toEqual({
      kind: "reload",
    });
  });
});

describe("leaving the page", () => {
  it("loses something only when an edit is neither on the server nor stored here", () => {
    const offline = { kind: "offline", keeping: "memory" } as const;
    expect(wouldLose(offline, "memory", true)).toBe(true);
    expect(wouldLose({ kind: "saving" }, "storing", true)).toBe(true);
    expect(wouldLose(offline, "memory", false)).toBe(false);
    expect(wouldLose(offline, "stored", true)).toBe(false);
    expect(wouldLose({ kind: "saved" }, "memory", true)).toBe(false);
  });
});
