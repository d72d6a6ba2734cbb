/** Thrown inside the readers of this folder and turned into a result at their boundary: nothing outside sees it. */
export class Unreadable extends Error {
  readonly reason: "malformed" | "too-large";
  constructor(reason: "malformed" | "too-large") {
    super(reason);
    this.reason = reason;
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads lib0's encoding with a bound on everything. It accepts no more than lib0 does, and gives the same values, so
 * that what was checked here is what Yjs will read.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new Unreadable("malformed");
    this.#at += 1;
    return byte;
  }

  /** A varUint no larger than `most`, which must be a safe integer. */
  uint(most: number): number {
    let value = 0;
    let factor = 1;
    for (let index = 0; index < 8; index += 1) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        if (value > most) throw new Unreadable("too-large");
        return value;
      }
      factor *= 128;
    }
    throw new Unreadable("malformed");
  }

  /** A varInt; its value isn't needed. */
  skipInt(): void {
    let byte = this.byte();
    // The first byte has a sign and 6 bits, the others 7; 8 bytes hold every safe integer.
    for (let index = 1; byte >= 0x80; index += 1) {
      if (index === 8) throw new Unreadable("malformed");
      byte = this.byte();
    }
  }

  skip(count: number): void {
    if (count > this.left) throw new Unreadable("malformed");
    this.#at += count;
  }

  /** A length-prefixed run of bytes, as a view on the input. */
  bytes(most: number): Uint8Array {
    const length = this.uint(Number.MAX_SAFE_INTEGER);
    if (length > this.left) throw new Unreadable("malformed");
    if (length > most) throw new Unreadable("too-large");
    const start = this.#at;
    this.#at += length;
    return this.#bytes.subarray(start, this.#at);
  }

  /** A length-prefixed string of at most `most` bytes of valid UTF-8. */
  string(most: number): string {
    try {
      return utf8.decode(this.bytes(most));
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      throw new Unreadable("malformed");
    }
  }

  /** The rest, as a view on the input. */
  rest(): Uint8Array {
    const rest = this.#bytes.subarray(this.#at);
    this.#at = this.#bytes.length;
    return rest;
  }

  /** Nothing may be left over: trailing bytes are something this reader didn't check. */
  end(): void {
    if (this.left > 0) throw new Unreadable("malformed");
  }
}
