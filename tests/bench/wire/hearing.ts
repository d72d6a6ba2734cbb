import { scanMoves } from "./move.ts";

/** What one connection may hear; each is called once per thing heard. */
export interface Ears {
  onMove(sender: number, sequence: number): void;
  onPresence(client: number, clock: number): void;
  /** The whole answer to our step 1: a view, valid during the call. */
  onAnswer(update: Uint8Array): void;
  /** Any other update: a view, valid during the call. Its moves have been told already. */
  onUpdate(update: Uint8Array): void;
  /** The server asks for what we have. */
  onAsked(): void;
  /** Of the edits we sent, so many are on disk (ours), or one more was applied (Hocuspocus: `null`). */
  onReceipt(frames: number | null): void;
  onRefused(reason: number): void;
}

/** The receipt and the refusal of our own server (`shared/src/protocol/messages.ts`), and Hocuspocus' status. */
const messageSaved = 64;
const messageRefused = 65;
const messageSyncStatus = 8;

/** Reads just enough of a message to count what it delivers. */
export class Hearing {
  readonly #ears: Ears;
  readonly #prefixLength: number;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;

  constructor(ears: Ears, prefixLength: number) {
    this.#ears = ears;
    this.#prefixLength = prefixLength;
  }

  /** One whole message, prefix included. Kinds it doesn't know are passed over. */
  take(message: Uint8Array): void {
    this.#bytes = message;
    this.#at = this.#prefixLength;
    switch (this.#uint()) {
      case 0:
        return this.#takeSync();
      case 1:
        return this.#takePresence();
      // Hocuspocus marks an answer that needs none as "sync reply".
      case 4:
        return this.#takeSync();
      case messageSyncStatus:
        return this.#ears.onReceipt(null);
      case messageSaved:
        return this.#ears.onReceipt(this.#uint());
      case messageRefused:
        this.#uint();
        return this.#ears.onRefused(this.#uint());
      default:
        return;
    }
  }

  #takeSync(): void {
    const kind = this.#uint();
    const length = this.#uint();
    const body = this.#bytes.subarray(this.#at, this.#at + length);
    if (kind === 0) return this.#ears.onAsked();
    scanMoves(body, (sender, sequence) => this.#ears.onMove(sender, sequence));
    if (kind === 1) this.#ears.onAnswer(body);
    else this.#ears.onUpdate(body);
  }

  #takePresence(): void {
    this.#uint();
    for (let left = this.#uint(); left > 0; left -= 1) {
      const client = this.#uint();
      const clock = this.#uint();
      const length = this.#uint();
      this.#at += length;
      this.#ears.onPresence(client, clock);
    }
  }

  #uint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.#bytes[this.#at] ?? 0;
      this.#at += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
  }
}
