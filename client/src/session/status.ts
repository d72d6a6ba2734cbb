import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import type { RefusalReason } from "@faelleskort/shared/protocol/messages.ts";
import { isAllSaved, type Receipts, standingRefusal } from "./receipts.ts";

/** How a document's connection stands. `connecting` only before the first success or failure; later tries stay `closed`. */
export interface LinkState {
  readonly socket: "connecting" | "open" | "closed";
  /** The server's state has arrived on this connection. */
  readonly synced: boolean;
  readonly receipts: Receipts;
  /** An edit was made while the socket was closing, so that no frame carries it yet. */
  readonly unsentEdit: boolean;
  /** The close code after which there is no coming back by itself. */
  readonly finalCode: number | null;
}

/** What this device itself keeps: `stored` = all of it is in the browser's database, `memory` = the browser keeps nothing. */
export type Keeping = "loading" | "storing" | "stored" | "memory";

/** What the status line says about the work on this device. */
export type Status =
  /** Not in touch yet. */
  | { readonly kind: "connecting" }
  /** Everything is on the server's disk. */
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "offline"; readonly keeping: Keeping }
  /** The server didn't take the newest; it is kept here. */
  | { readonly kind: "refused"; readonly reason: RefusalReason; readonly keeping: Keeping }
  /** Everything else is on the server's disk; some words look personal and stay in their field. */
  | { readonly kind: "withheld" }
  /** The invitation was withdrawn. */
  | { readonly kind: "ended" }
  /** The workshop was restored or cleaned; this page is older than that. */
  | { readonly kind: "reload" };

/** The one place that decides what a person is told about their work. Pure. */
export function deriveStatus(link: LinkState, keeping: Keeping): Status {
  if (link.finalCode === closeCode.otherEpoch) return { kind: "reload" };
  if (link.finalCode !== null) return { kind: "ended" };
  switch (link.socket) {
    case "connecting":
      return { kind: "connecting" };
    case "closed":
      return { kind: "offline", keeping };
    case "open": {
      if (!link.synced) return { kind: "connecting" };
      const reason = standingRefusal(link.receipts);
      if (reason !== null) return { kind: "refused", reason, keeping };
      return { kind: isAllSaved(link.receipts) && !link.unsentEdit ? "saved" : "saving" };
    }
  }
}

export const isSameStatus = (a: Status, b: Status): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** Whether closing the page now could lose something. `edited`: something was made that was never shown as saved. */
export function wouldLose(status: Status, keeping: Keeping, edited: boolean): boolean {
  return edited && status.kind !== "saved" && keeping !== "stored";
}
