import { describe, expect, it } from "vitest";
import { readPictureHeader } from "./picture-header.ts";

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const be16 = (value: number): number[] => [value >> 8, value & 255];
const be32 = (value: number): number[] => [...be16(value >>> 16), ...be16(value & 0xffff)];
const le16 = (value: number): number[] => be16(value).reverse();
const le24 = (value: number): number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255];

const png = (width: number, height: number): number[] =>
  [
    [0x89, ...ascii("PNG"), 13, 10, 26, 10],
    [...be32(13), ...ascii("IHDR"), ...be32(width), ...be32(height)],
    [8, 6, 0, 0, 0, 0, 0, 0, 0],
  ].flat();
/** With what cameras write before the frame: a preview of its own inside an APP1, tables, padding. */
const jpeg = (width: number, height: number, frame = 0xc0): number[] =>
  [
    [0xff, 0xd8],
    [0xff, 0xe1, ...be16(12), 0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0],
    [0xff, 0xff, 0xdb, ...be16(4), 0, 0],
    [0xff, 0xc4, ...be16(3), 0],
    [0xff, frame, ...be16(11), 8, ...be16(height), ...be16(width), 1, 1, 0x11, 0],
    [0xff, 0xda, 0, 2],
  ].flat();
const riff = (chunk: number[]): number[] => {
  const padded = [...chunk, ...Array.from({ length: 20 }, () => 0)];
  return [...ascii("RIFF"), 0, 0, 0, 0, ...ascii("WEBP"), ...padded];
};
const vp8 = (width: number, height: number): number[] =>
  riff([...ascii("VP8 "), 0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, ...le16(width), ...le16(height)]);
const vp8l = (width: number, height: number): number[] => {
  const bits = (width - 1) | ((height - 1) << 14);
  return riff([...ascii("VP8L"), 0, 0, 0, 0, 0x2f, ...le24(bits), bits >>> 24]);
};
const vp8x = (width: number, height: number): number[] =>
  riff([...ascii("VP8X"), 10, 0, 0, 0, 0, 0, 0, 0, ...le24(width - 1), ...le24(height - 1)]);

const read = (bytes: readonly number[]) => readPictureHeader(Uint8Array.from(bytes));

describe("readPictureHeader", () => {
  it.each([
    ["image/png", png(800, 600)],
    ["image/jpeg", jpeg(800, 600)],
    ["image/jpeg", jpeg(800, 600, 0xc2)],
    ["image/webp", vp8(800, 600)],
    ["image/webp", vp8l(800, 600)],
    ["image/webp", vp8x(800, 600)],
  ])("reads %s", (type, bytes) => {
    expect(read(bytes)).toEqual({ ok: true, value: { type, width: 800, height: 600 } });
  });

  it.each([
    ["PNG", png(10_000, 10_000)],
    ["JPEG", jpeg(65_535, 65_535)],
    ["WebP", vp8x(16_000_000, 16_000_000)],
    ["lossless WebP", vp8l(16_384, 16_384)],
  ])("refuses a %s of too many pixels", (_what, bytes) => {
    expect(read(bytes)).toEqual({ ok: false, error: "picture-too-many-pixels" });
  });

  it.each([
    ["no bytes", []],
    ["an SVG", ascii('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')],
    ["a GIF", ascii("GIF89a\u0001\u0000\u0001\u0000")],
    ["a PDF", ascii("%PDF-1.7 and much more than thirty-three bytes")],
    ["a PNG without width", png(0, 600)],
    ["a JPEG without height", jpeg(800, 0)],
    ["a JPEG without a frame", [0xff, 0xd8, 0xff, 0xda, 0, 2, 0, 0, 0, 0, 0, 0]],
    ["a JPEG whose parts don't follow each other", [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 1, 2, 3, 4, 5, 6]],
    ["a JPEG with a part of no length", [0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6]],
    ["a RIFF that is sound", [...ascii("RIFF"), 0, 0, 0, 0, ...ascii("WAVEfmt "), ...png(1, 1)]],
  ])("refuses %s", (_what, bytes) => {
    expect(read(bytes)).toEqual({ ok: false, error: "picture-unreadable" });
  });

  it("never throws on a truncated one", () => {
    for (const whole of [png(8, 6), jpeg(8, 6), vp8(8, 6), vp8l(8, 6), vp8x(8, 6)]) {
      for (let length = 0; length < whole.length; length += 1)
        expect(() => read(whole.slice(0, length))).not.toThrow();
    }
  });
});
