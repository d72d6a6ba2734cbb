/** WebSocket opcodes. */
export const opcode = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** Called with each frame; `payload` is a view that is valid during the call only. */
export type OnFrame = (code: number, payload: Uint8Array) => void;

/**
 * Cuts the bytes a WebSocket server sends into frames. Far cheaper than a general client, so that the load generator isn't what is
 * measured. Servers don't mask; none of ours or theirs fragments or compresses, so those throw.
 */
export class ServerFrames {
  readonly #onFrame: OnFrame;
  /** The beginning of a frame whose end hasn't come. */
  #rest: Buffer = Buffer.allocUnsafe(0);
  #restLength = 0;

  constructor(onFrame: OnFrame) {
    this.#onFrame = onFrame;
  }

  push(chunk: Uint8Array): void {
    if (this.#restLength === 0) {
      const used = this.#cut(chunk);
      if (used < chunk.length) this.#keep(chunk.subarray(used));
      return;
    }
    this.#keep(chunk);
    const held = this.#rest.subarray(0, this.#restLength);
    const used = this.#cut(held);
    if (used === 0) return;
    this.#rest.copyWithin(0, used, this.#restLength);
    this.#restLength -= used;
  }

  /** @returns how many bytes made whole frames */
  #cut(bytes: Uint8Array): number {
    let at = 0;
    for (;;) {
      const first = bytes[at];
      const second = bytes[at + 1];
      if (first === undefined || second === undefined) return at;
      if ((first & 0xf0) !== 0x80 || (second & 0x80) !== 0) {
        throw new Error("a frame that is fragmented, compressed or masked");
      }
      const headerLength = second < 126 ? 2 : second === 126 ? 4 : 10;
      if (at + headerLength > bytes.length) return at;
      const start = at + headerLength;
      const end = start + payloadLength(bytes, at, second);
      if (end > bytes.length) return at;
      this.#onFrame(first & 0x0f, bytes.subarray(start, end));
      at = end;
    }
  }

  #keep(bytes: Uint8Array): void {
    const needed = this.#restLength + bytes.length;
    if (needed > this.#rest.length) {
      const larger = Buffer.allocUnsafe(needed * 2);
      this.#rest.copy(larger, 0, 0, this.#restLength);
      this.#rest = larger;
    }
    this.#rest.set(bytes, this.#restLength);
    this.#restLength = needed;
  }
}

function payloadLength(bytes: Uint8Array, at: number, short: number): number {
  if (short < 126) return short;
  const count = short === 126 ? 2 : 8;
  let length = 0;
  for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0);
  return length;
}

/** A whole frame as a client sends it, masked with `mask` (4 bytes). */
export function clientFrame(code: number, payload: Uint8Array, mask: Uint8Array): Buffer {
  const { length } = payload;
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headerLength + 4 + length);
  frame[0] = 0x80 | code;
  if (headerLength === 2) frame[1] = 0x80 | length;
  else if (headerLength === 4) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(mask, headerLength);
  const start = headerLength + 4;
  for (let index = 0; index < length; index += 1) {
    frame[start + index] = (payload[index] ?? 0) ^ (mask[index & 3] ?? 0);
  }
  return frame;
}
