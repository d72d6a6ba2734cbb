import { messageType, syncType } from "@faelleskort/shared/protocol/messages.ts";
import * as encoding from "lib0/encoding";
import { syncFrame } from "../../contracts/raw-client.ts";
import { damaged } from "../../kit/damaged.ts";
import type { Random } from "../../kit/random.ts";

const noise = (random: Random, most: number): Uint8Array =>
  Uint8Array.from({ length: random.below(most) }, () =>
    random.chance(0.4) ? random.below(9) : random.below(256),
  );

/** A number as lib0 writes it, or broken: without an end, or larger than anything. */
function varint(random: Random): number[] {
  return random.pick([
    [255, 255, 255, 255, 15],
    [255, 255, 255, 255, 255, 255, 255, 15],
    [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1],
    [128],
    [128, 0],
    [random.below(128)],
  ]);
}

/** Something that no client of ours would send, though most of it looks like what they do. */
export function hostileFrame(random: Random, real: readonly Uint8Array[]): Uint8Array {
  const frame = random.pick(real);
  const body = frame.subarray(2);
  const edit = (): number => random.pick([syncType.step2, syncType.update]);
  return random.pick([
    () => damaged(frame, random),
    // With sound lengths around a damaged inside, which gets further.
    () => syncFrame(edit(), damaged(body.subarray(Math.min(body.length, 1 + random.below(2))), random)),
    () => syncFrame(edit(), noise(random, 60)),
    () => frame.subarray(0, random.below(frame.length)),
    () => noise(random, 60),
    () => Uint8Array.from([messageType.sync, edit(), ...varint(random), ...noise(random, 20)]),
    () => Uint8Array.from([messageType.awareness, ...varint(random), ...noise(random, 20)]),
    // Nine bytes that speak of thousands.
    () => syncFrame(edit(), Uint8Array.from([1, ...varint(random), 1, 0, ...noise(random, 6)])),
    () => retyped(frame, random),
  ])();
}

/** A real body under another message type, known or not. */
function retyped(frame: Uint8Array, random: Random): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, random.pick([0, 1, 2, 3, 4, 63, 64, 65, 66, 127, 200, 2 ** 30]));
  encoding.writeUint8Array(encoder, frame.subarray(1));
  return encoding.toUint8Array(encoder);
}
