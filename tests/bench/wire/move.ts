import { type ByteWriter, uintSize } from "./byte-writer.ts";

/** The newest item under a record's position key: what the next move replaces. */
export interface Tip {
  readonly client: number;
  readonly clock: number;
}

/** One move of one card, as our clients write it: one key holding the position. */
export interface Move {
  /** Whose client id it is written under, and how far that one has counted. */
  readonly client: number;
  readonly clock: number;
  readonly tip: Tip;
  readonly sender: number;
  /** Counts the sender's edits from 1: how receivers tell which have arrived. */
  readonly sequence: number;
  /** More bytes in the value, for loads that are about volume: strings of this many characters (at most 1,000 each). */
  readonly padding: number;
}

const paddingText = "abcdefghij".repeat(100);
/** Stands for any coordinate: a double, as most are. */
const coordinate = 512.123;

/** `{ x: sequence, y: …, z: sender }`: the values are ours to choose, the shape is a position's. */
function writeValue(out: ByteWriter, { sequence, sender, padding }: Move): void {
  const full = Math.floor(padding / paddingText.length);
  out
    .byte(118)
    .uint(3 + full)
    .text("x")
    .byte(125)
    .signed(sequence)
    .text("y")
    .byte(123)
    .float64(coordinate)
    .text("z")
    .byte(125)
    .signed(sender);
  for (let index = 0; index < full; index += 1) {
    out
      .text(String.fromCodePoint(97 + index))
      .byte(119)
      .text(paddingText);
  }
}

/**
 * Writes the update (encoding V1) that Yjs would make of `map.set("wall", value)`, byte for byte: one item after the one it
 * replaces, and that one's deletion. By hand it costs a microsecond instead of thirty.
 */
export function writeMove(out: ByteWriter, move: Move): void {
  const { client, clock, tip } = move;
  out.byte(1).byte(1).uint(client).uint(clock).byte(0xa8).uint(tip.client).uint(tip.clock).byte(1);
  writeValue(out, move);
  out.byte(1).uint(tip.client).byte(1).uint(tip.clock).byte(1);
}

/** What `scanMoves` looks for: an object's beginning up to its sequence, whatever the number of its keys. */
const marker = Buffer.from([1, 0x78, 125]);

/** Calls `found` for every move whose value is in these bytes, in the order in which they stand there. */
export function scanMoves(bytes: Uint8Array, found: (sender: number, sequence: number) => void): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = buffer.indexOf(marker); at >= 0; at = buffer.indexOf(marker, at + 1)) {
    const sequence = readSigned(buffer, at + marker.length);
    const y = at + marker.length + signedSize(sequence);
    const isMove =
      buffer[at - 2] === 118 &&
      buffer[y] === 1 &&
      buffer[y + 1] === 0x79 &&
      buffer[y + 2] === 123 &&
      buffer[y + 12] === 0x7a &&
      buffer[y + 13] === 125;
    if (isMove) found(readSigned(buffer, y + 14), sequence);
  }
}

function readSigned(buffer: Buffer, start: number): number {
  const first = buffer[start] ?? 0;
  let value = first & 0x3f;
  let factor = 0x40;
  let byte = first;
  for (let at = start + 1; (byte & 0x80) !== 0; at += 1) {
    byte = buffer[at] ?? 0;
    value += (byte & 0x7f) * factor;
    factor *= 0x80;
  }
  return value;
}

const signedSize = (value: number): number => (value <= 0x3f ? 1 : 1 + uintSize(Math.floor(value / 0x40)));
