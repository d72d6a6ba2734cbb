/** Writes lib0's encodings into one buffer that is used again and again: what is returned is valid until the next `start`. */
export class ByteWriter {
  #buffer: Buffer;
  #length = 0;

  constructor(size = 64 * 1024) {
    this.#buffer = Buffer.allocUnsafe(size);
  }

  start(): this {
    this.#length = 0;
    return this;
  }

  get length(): number {
    return this.#length;
  }

  /** A view of what was written. */
  get written(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  byte(value: number): this {
    this.#buffer[this.#length] = value;
    this.#length += 1;
    return this;
  }

  /** A whole number ≥ 0. */
  uint(value: number): this {
    let left = value;
    while (left > 0x7f) {
      this.byte(0x80 | (left & 0x7f));
      left = Math.floor(left / 0x80);
    }
    return this.byte(left);
  }

  /** A whole number ≥ 0 as lib0 writes one that may be negative: the first byte has six bits and a sign. */
  signed(value: number): this {
    if (value <= 0x3f) return this.byte(value);
    return this.byte(0x80 | (value & 0x3f)).uint(Math.floor(value / 0x40));
  }

  float64(value: number): this {
    this.#length = this.#buffer.writeDoubleBE(value, this.#length);
    return this;
  }

  bytes(value: Uint8Array): this {
    this.#buffer.set(value, this.#length);
    this.#length += value.length;
    return this;
  }

  /** Text of ASCII characters with its length in front. */
  text(value: string): this {
    this.uint(value.length);
    this.#length += this.#buffer.write(value, this.#length, "latin1");
    return this;
  }
}

/** How many bytes `uint` takes. */
export function uintSize(value: number): number {
  let size = 1;
  for (let left = value; left > 0x7f; left = Math.floor(left / 0x80)) size += 1;
  return size;
}
