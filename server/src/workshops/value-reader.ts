import { updateLimits as limit } from "../policies/limits.ts";
import { type ByteReader, Unreadable } from "./byte-reader.ts";

/** Passes one plain value of lib0's "any" encoding: JSON, and `undefined`, which lib0 writes for a missing property. */
export function skipValue(reader: ByteReader, depthLeft: number = limit.valueDepth): void {
  switch (reader.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      return reader.skipInt();
    case 124: // 32-bit float
      return reader.skip(4);
    case 123: // 64-bit float
      return reader.skip(8);
    case 119:
      reader.string(limit.valueString);
      return;
    case 118:
      return skipEntries(reader, depthLeft, true);
    case 117:
      return skipEntries(reader, depthLeft, false);
    default:
      throw new Unreadable("malformed");
  }
}

function skipEntries(reader: ByteReader, depthLeft: number, named: boolean): void {
  if (depthLeft === 0) throw new Unreadable("too-large");
  for (let left = reader.uint(limit.valueEntries); left > 0; left -= 1) {
    // It would change what the object inherits, instead of what it holds.
    if (named && reader.string(limit.key) === "__proto__") throw new Unreadable("malformed");
    skipValue(reader, depthLeft - 1);
  }
}
