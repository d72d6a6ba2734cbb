/** Bytes that lib0's variable-length number takes. @param value a whole number from 0, below 2^53 */
export function sizeOfUint(value: number): number {
  let size = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

/**
 * Writes lib0's encoding into an array of known size: the frames of a busy room are many and small, and growing each from nothing
 * cost more than what is in them.
 */
export class FrameWriter {
  readonly bytes: Uint8Array<ArrayBuffer>;
  #at = 0;

  /** @param size of everything that will be written */
  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }

  uint(value: number): this {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) {
      this.bytes[this.#at] = 128 | (rest % 128);
      this.#at += 1;
    }
    this.bytes[this.#at] = rest;
    this.#at += 1;
    return this;
  }

  /** As they are. */
  raw(bytes: Uint8Array): this {
    this.bytes.set(bytes, this.#at);
    this.#at += bytes.length;
    return this;
  }

  /** With their length before them. */
  sized(bytes: Uint8Array): this {
    return this.uint(bytes.length).raw(bytes);
  }
}

export const sizeOfSized = ({ length }: Uint8Array): number => sizeOfUint(length) + length;

/** A message of nothing but numbers. */
export function frameOfUints(...values: readonly number[]): Uint8Array {
  const writer = new FrameWriter(values.reduce((size, value) => size + sizeOfUint(value), 0));
  for (const value of values) writer.uint(value);
  return writer.bytes;
}
