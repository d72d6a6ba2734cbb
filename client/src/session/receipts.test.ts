import { describe, expect, it } from "vitest";
import { messageType, syncType } from "@faelleskort/shared/protocol/messages.ts";
import { answered, frameSent, isAllSaved, noReceipts, type Receipts, standingRefusal } from "./receipts.ts";

const difference = Uint8Array.of(messageType.sync, syncType.step2, 0);
const update = Uint8Array.of(messageType.sync, syncType.update, 0);
const question = Uint8Array.of(messageType.sync, syncType.step1, 0);
const presence = Uint8Array.of(messageType.awareness, 0);

const after = (...steps: readonly ((receipts: Receipts) => Receipts)[]): Receipts =>
  steps.reduce((receipts, step) => step(receipts), noReceipts);
const send = (frame: Uint8Array) => (receipts: Receipts) => frameSent(receipts, frame);
const saved = (frames: number) => (receipts: Receipts) => answered(receipts, { type: "saved", frames });
const refused = (frame: number, reason: "locked" | "gap" | "malformed") => (receipts: Receipts) =>
  answered(receipts, { type: "refused", frame, reason });

describe("receipts of a connection", () => {
  it("count edits only", () => {
    expect(after(send(question), send(presence), send(difference), send(update)).sent).toBe(2);
  });

  it("call nothing saved before the difference from before the connection is receipted", () => {
    expect(isAllSaved(noReceipts)).toBe(false);
    expect(isAllSaved(after(send(update), saved(1)))).toBe(false);
    expect(isAllSaved(after(send(difference), saved(1)))).toBe(true);
  });

  it("call nothing saved while a frame is on its way", () => {
    const waiting = after(send(difference), saved(1), send(update), send(update), saved(2));
    expect(isAllSaved(waiting)).toBe(false);
    expect(isAllSaved(answered(waiting, { type: "saved", frames: 3 }))).toBe(true);
  });

  it("never count backwards", () => {
    expect(after(send(difference), send(update), saved(2), saved(1)).saved).toBe(2);
  });

  it("keep a refusal until a later difference was taken", () => {
    const locked = after(send(difference), saved(1), send(update), refused(2, "locked"), saved(2));
    expect(isAllSaved(locked)).toBe(false);
    expect(standingRefusal(locked)).toBe("locked");
    const stillLocked = [send(difference), refused(3, "locked"), saved(3)].reduce(
      (receipts, step) => step(receipts),
      locked,
    );
    expect(standingRefusal(stillLocked)).toBe("locked");
    const opened = [send(difference), saved(4)].reduce((receipts, step) => step(receipts), stillLocked);
    expect(standingRefusal(opened)).toBeNull();
    expect(isAllSaved(opened)).toBe(true);
  });

  it("don't let an earlier difference make up for a later refusal", () => {
    const receipts = after(send(difference), send(update), refused(2, "locked"), saved(2));
    expect(standingRefusal(receipts)).toBe("locked");
  });

  it("keep quiet about a gap, which heals, but don't call it saved", () => {
    const gap = after(send(difference), saved(1), send(update), refused(2, "gap"), saved(2));
    expect(standingRefusal(gap)).toBeNull();
    expect(isAllSaved(gap)).toBe(false);
  });

  it("name what can never be taken before what only waits", () => {
    const both = after(send(update), refused(1, "locked"), send(update), refused(2, "malformed"));
    expect(standingRefusal(both)).toBe("malformed");
  });
});
