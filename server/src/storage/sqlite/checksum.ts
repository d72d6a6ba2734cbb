import { crc32 } from "node:zlib";

/** CRC-32 of the bytes, started from their seq, so that a row standing in another's place is found as well. */
export function checksumOf(seq: number, bytes: Uint8Array): number {
  return crc32(bytes, seq >>> 0);
}
