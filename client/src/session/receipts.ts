import {
  countsForReceipt,
  type RefusalReason,
  type ServerMessage,
  syncType,
} from "@faelleskort/shared/protocol/messages.ts";

/** What one connection has sent and what the server has answered for it. Frames are numbered from 1 (`ServerMessage`). */
export interface Receipts {
  readonly sent: number;
  readonly saved: number;
  /** The newest refused frame for each reason. */
  readonly refused: readonly { readonly frame: number; readonly reason: RefusalReason }[];
  /** Frames that carried the whole difference to the server (sync step 2) and have no receipt yet. */
  readonly differences: readonly number[];
  /** A whole difference was taken: what was made before this connection is with the server, too. */
  readonly caughtUp: boolean;
}

export const noReceipts: Receipts = { sent: 0, saved: 0, refused: [], differences: [], caughtUp: false };

/** After sending a frame; those that don't count change nothing. */
export function frameSent(receipts: Receipts, frame: Uint8Array): Receipts {
  if (!countsForReceipt(frame)) return receipts;
  const sent = receipts.sent + 1;
  const differences = frame[1] === syncType.step2 ? [...receipts.differences, sent] : receipts.differences;
  return { ...receipts, sent, differences };
}

/**
 * After a message of the server's. A difference that was taken makes up for everything refused before it: it held
 * all that this document has and the server hasn't.
 */
export function answered(receipts: Receipts, message: ServerMessage): Receipts {
  switch (message.type) {
    case "refused": {
      const { frame, reason } = message;
      return {
        ...receipts,
        refused: [...receipts.refused.filter((other) => other.reason !== reason), { frame, reason }],
        differences: receipts.differences.filter((difference) => difference !== frame),
      };
    }
    case "saved": {
      const saved = Math.max(receipts.saved, message.frames);
      const taken = receipts.differences.filter((frame) => frame <= saved);
      const last = taken.at(-1);
      if (last === undefined) return { ...receipts, saved };
      return {
        ...receipts,
        saved,
        caughtUp: true,
        differences: receipts.differences.filter((frame) => frame > saved),
        refused: receipts.refused.filter(({ frame }) => frame > last),
      };
    }
  }
}

/** Whether everything this device has is on the server's disk. */
export function isAllSaved(receipts: Receipts): boolean {
  return receipts.caughtUp && receipts.saved >= receipts.sent && receipts.refused.length === 0;
}

/**
 * The refusal a person should hear of. A gap heals by itself: the server asks for the difference at once. What can never
 * be taken weighs more than what only has to wait.
 */
export function standingRefusal(receipts: Receipts): RefusalReason | null {
  const reasons = receipts.refused.map(({ reason }) => reason).filter((reason) => reason !== "gap");
  return reasons.find((reason) => reason !== "locked") ?? reasons[0] ?? null;
}
