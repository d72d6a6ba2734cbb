import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import { FrameWriter, sizeOfSized, sizeOfUint } from "./frame-writer.ts";

const numbers = [0, 1, 127, 128, 300, 16_383, 16_384, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 45 + 77];

test.each(numbers)("writes %d as lib0 does", (value) => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, value);
  const expected = encoding.toUint8Array(encoder);
  expect(sizeOfUint(value)).toBe(expected.length);
  expect(new FrameWriter(sizeOfUint(value)).uint(value).bytes).toEqual(expected);
});

test("writes bytes with their length before them", () => {
  const body = Uint8Array.from({ length: 200 }, (_, index) => index);
  const { bytes } = new FrameWriter(sizeOfUint(5) + sizeOfSized(body)).uint(5).sized(body);
  const decoder = decoding.createDecoder(bytes);
  expect(decoding.readVarUint(decoder)).toBe(5);
  expect(decoding.readVarUint8Array(decoder)).toEqual(body);
  expect(decoding.hasContent(decoder)).toBe(false);
});
