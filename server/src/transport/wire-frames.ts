/** A final, unmasked, binary frame of RFC 6455. */
const binaryFrame = 0x82;
const mostShort = 125;
const mostMedium = 0xffff;

/**
 * Puts messages into WebSocket frames, ready to be written to the network. What goes to many one after the other is framed once: a room
 * sends the very same bytes to everybody in it.
 */
export class WireFrames {
  #first: Uint8Array | null = null;
  #second: Uint8Array | null = null;
  #wire: Uint8Array = new Uint8Array();

  /**
   * @param own for one receiver alone
   * @returns the frames of the messages, one behind the other, `own` first. They aren't written to any more.
   */
  of(first: Uint8Array, second: Uint8Array | null, own: Uint8Array | null): Uint8Array {
    const forMany = this.#forMany(first, second);
    if (own === null) return forMany;
    const wire = Buffer.allocUnsafe(sizeOf(own) + forMany.length);
    wire.set(forMany, writeFrame(wire, own, 0));
    return wire;
  }

  #forMany(first: Uint8Array, second: Uint8Array | null): Uint8Array {
    if (first === this.#first && second === this.#second) return this.#wire;
    const wire = Buffer.allocUnsafe(sizeOf(first) + (second === null ? 0 : sizeOf(second)));
    const next = writeFrame(wire, first, 0);
    if (second !== null) writeFrame(wire, second, next);
    this.#first = first;
    this.#second = second;
    this.#wire = wire;
    return wire;
  }
}

const headerSize = (length: number): number => (length <= mostShort ? 2 : length <= mostMedium ? 4 : 10);
const sizeOf = ({ length }: Uint8Array): number => headerSize(length) + length;

function writeFrame(wire: Buffer, message: Uint8Array, start: number): number {
  const { length } = message;
  wire[start] = binaryFrame;
  switch (headerSize(length)) {
    case 2:
      wire[start + 1] = length;
      break;
    case 4:
      wire[start + 1] = 126;
      wire.writeUInt16BE(length, start + 2);
      break;
    default:
      wire[start + 1] = 127;
      wire.writeBigUInt64BE(BigInt(length), start + 2);
  }
  const body = start + headerSize(length);
  wire.set(message, body);
  return body + length;
}
