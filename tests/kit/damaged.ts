import type { Random } from "./random.ts";

/** A copy with something wrong in it: bits turned, bytes put in or taken out, the end cut off, a piece said twice. */
export function damaged(update: Uint8Array, random: Random): Uint8Array {
  const bytes = [...update];
  for (let count = 1 + random.below(3); count > 0 && bytes.length > 0; count -= 1) {
    const at = random.below(bytes.length);
    random.pick([
      () => (bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))),
      () => (bytes[at] = random.below(256)),
      () => bytes.splice(at, 0, random.below(256)),
      () => bytes.splice(at, 1),
      () => bytes.splice(at),
      () => bytes.splice(at, 0, ...bytes.slice(at, at + random.below(12))),
      () => (bytes[at] = random.pick([0, 1, 7, 8, 10, 127, 128, 255])),
    ])();
  }
  return Uint8Array.from(bytes);
}
