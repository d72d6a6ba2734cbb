import { describe, expect, test } from "vitest";
import { clientFrame, opcode, ServerFrames } from "./server-frames.ts";

/** A frame as a server sends it: not masked. */
function serverFrame(payload: Uint8Array): Buffer {
  const masked = clientFrame(opcode.binary, payload, new Uint8Array(4));
  const headerLength = masked.length - payload.length - 4;
  const frame = Buffer.concat([masked.subarray(0, headerLength), payload]);
  frame[1] = (frame[1] ?? 0) & 0x7f;
  return frame;
}

const payloads = [0, 1, 125, 126, 300, 65_535, 65_536, 200_000].map((length) =>
  Uint8Array.from({ length }, (_, index) => (index * 7 + length) & 0xff),
);

describe("cutting a server's bytes into frames", () => {
  test.each([1, 2, 3, 10, 1_000, 65_536, 10_000_000])("whatever their pieces: %i bytes", (size) => {
    const stream = Buffer.concat(payloads.map(serverFrame));
    const got: number[][] = [];
    const frames = new ServerFrames((code, payload) => got.push([code, payload.length, sum(payload)]));
    for (let at = 0; at < stream.length; at += size) frames.push(stream.subarray(at, at + size));
    expect(got).toEqual(payloads.map((payload) => [opcode.binary, payload.length, sum(payload)]));
  });

  test("one that is masked is no server's", () => {
    const frames = new ServerFrames(() => {});
    expect(() =>
      frames.push(clientFrame(opcode.binary, Uint8Array.of(1), Uint8Array.of(1, 2, 3, 4))),
    ).toThrow("masked");
  });
});

test("a client's frame is masked", () => {
  expect([...clientFrame(opcode.binary, Uint8Array.of(9, 8, 7, 6, 5), Uint8Array.of(1, 2, 3, 4))]).toEqual([
    0x82,
    0x85,
    1,
    2,
    3,
    4,
    9 ^ 1,
    8 ^ 2,
    7 ^ 3,
    6 ^ 4,
    5 ^ 1,
  ]);
});

const sum = (bytes: Uint8Array): number =>
  bytes.reduce((total, byte, index) => total + byte * (index + 1), 0);
