import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readPictureHeader } from "./picture-header.ts";
import { withoutMetadata } from "./picture-metadata.ts";

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const be16 = (value: number): number[] => [value >> 8, value & 255];
const be32 = (value: number): number[] => [...be16(value >>> 16), ...be16(value & 0xffff)];
const le32 = (value: number): number[] => be32(value).reverse();
/** What must not be left anywhere. */
const place = "GPS 55.7340 N 12.4730 E";

const chunk = (name: string, body: number[]): number[] => [
  ...be32(body.length),
  ...ascii(name),
  ...body,
  1,
  2,
  3,
  4,
];
const pngHead = [0x89, ...ascii("PNG"), 13, 10, 26, 10];
const ihdr = chunk("IHDR", [...be32(8), ...be32(6), 8, 6, 0, 0, 0]);
const png = [
  ...pngHead,
  ...ihdr,
  ...["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt"].flatMap((name) => chunk(name, ascii(place))),
  ...chunk("iCCP", [7]),
  ...chunk("IDAT", [9, 9, 9]),
  ...chunk("IEND", []),
  ...ascii(place),
];
const cleanPng = [
  ...pngHead,
  ...ihdr,
  ...chunk("iCCP", [7]),
  ...chunk("IDAT", [9, 9, 9]),
  ...chunk("IEND", []),
];

const segment = (marker: number, body: number[]): number[] => [
  0xff,
  marker,
  ...be16(body.length + 2),
  ...body,
];
const jfif = segment(0xe0, [...ascii("JFIF\0"), 1, 1, 0]);
const profile = segment(0xe2, [...ascii("ICC_PROFILE\0"), 1, 1, 5]);
const frame = segment(0xc2, [8, ...be16(6), ...be16(8), 1, 1, 0x11, 0]);
// With escaped bytes and a restart among the pixels, and a second scan, as progressive pictures have.
const scans = [
  ...segment(0xda, [1]),
  5,
  0xff,
  0,
  6,
  0xff,
  0xd3,
  7,
  ...segment(0xc4, [3]),
  ...segment(0xda, [2]),
  8,
  9,
];
const jpeg = [
  [0xff, 0xd8],
  jfif,
  segment(0xe1, ascii(`Exif\0\0${place}`)),
  segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${place}`)),
  segment(0xe2, ascii(`MPF\0${place}`)),
  profile,
  segment(0xed, ascii(`Photoshop 3.0\0${place}`)),
  segment(0xfe, ascii(place)),
  frame,
  scans,
  [0xff, 0xd9],
  // A second picture behind the end, as phones write.
  [0xff, 0xd8, ...segment(0xe1, ascii(place)), 0xff, 0xd9],
].flat();
const cleanJpeg = [0xff, 0xd8, ...jfif, ...profile, ...frame, ...scans, 0xff, 0xd9];

const riffChunk = (name: string, body: number[]): number[] => [
  ...ascii(name),
  ...le32(body.length),
  ...body,
  ...(body.length % 2 === 1 ? [0] : []),
];
const riff = (...chunks: number[][]): number[] => {
  const body = [...ascii("WEBP"), ...chunks.flat()];
  return [...ascii("RIFF"), ...le32(body.length), ...body];
};
const vp8x = (flags: number): number[] => riffChunk("VP8X", [flags, 0, 0, 0, 7, 0, 0, 5, 0, 0]);
const pixels = riffChunk("VP8 ", [1, 2, 3]);
const webp = [
  ...riff(
    vp8x(0x3c),
    riffChunk("ICCP", [4]),
    pixels,
    riffChunk("EXIF", ascii(place)),
    riffChunk("XMP ", ascii(place)),
  ),
  ...ascii(place),
];
const cleanWebp = riff(vp8x(0x30), riffChunk("ICCP", [4]), pixels);

const cases = [
  ["image/png", png, cleanPng],
  ["image/jpeg", jpeg, cleanJpeg],
  ["image/webp", webp, cleanWebp],
] as const;

describe("withoutMetadata", () => {
  it.each(cases)(
    "ABUSE-11 leaves of a %s what shows, and nothing of where and when it was taken",
    (type, dirty, clean) => {
      const bytes = Uint8Array.from(dirty);
      expect([...(withoutMetadata(bytes, type) ?? [])]).toEqual(clean);
      const header = readPictureHeader(Uint8Array.from(clean));
      expect(header).toEqual({ ok: true, value: { type, width: 8, height: 6 } });
      // Clean ones stay as they are.
      expect([...(withoutMetadata(Uint8Array.from(clean), type) ?? [])]).toEqual(clean);
    },
  );

  it.each(cases)("says of every truncated %s that it is none, without throwing", (type, dirty, clean) => {
    const bytes = Uint8Array.from(dirty);
    for (let length = 30; length < clean.length; length += 1) {
      expect(withoutMetadata(bytes.subarray(0, length), type)).toBeNull();
    }
  });

  it("leaves the example's picture alone", async () => {
    const url = new URL("../../../client/public/example/hoje-gladsaxe.png", import.meta.url);
    const bytes = new Uint8Array(await readFile(url));
    expect(new Uint8Array(withoutMetadata(bytes, "image/png") ?? [])).toEqual(bytes);
  });
});
