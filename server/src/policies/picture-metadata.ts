import type { PictureHeader } from "./picture-header.ts";

/**
 * The same picture without what a camera or a program wrote beside it: place, time, device, owner, comments, previews, and anything
 * behind its end. Pixels and colours stay as they are, and nothing is decoded. A camera's "turn me" goes, too: our own client
 * has turned the picture already.
 * @returns null when its parts don't follow each other as they should: what can't be read can't be cleaned
 */
export function withoutMetadata(bytes: Uint8Array, type: PictureHeader["type"]): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case "image/png":
      return cleanPng(bytes, view);
    case "image/jpeg":
      return cleanJpeg(bytes, view);
    case "image/webp":
      return cleanWebp(bytes, view);
  }
}

const asciiAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** What shows: pixels, palette, transparency, colours, resolution, movement. */
const pngKept = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT".split(" "),
);

function cleanPng(bytes: Uint8Array, view: DataView): Uint8Array | null {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = asciiAt(bytes, at + 4, 4);
    if (pngKept.has(name)) kept.push(bytes.subarray(at, end));
    if (name === "IEND") return Buffer.concat(kept);
    at = end;
  }
  return null;
}

const webpKept = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
/** In VP8X: says that there is EXIF, and XMP. */
const webpMetadataFlags = 0x0c;

function cleanWebp(bytes: Uint8Array, view: DataView): Uint8Array | null {
  const riffEnd = 8 + view.getUint32(4, true);
  if (riffEnd > bytes.length) return null;
  const kept: Uint8Array[] = [];
  for (let at = 12; at + 8 <= riffEnd;) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > riffEnd) return null;
    const name = asciiAt(bytes, at, 4);
    if (webpKept.has(name)) {
      const chunk = Buffer.from(bytes.subarray(at, end));
      if (name === "VP8X" && length > 0) chunk[8] = (chunk[8] ?? 0) & ~webpMetadataFlags;
      kept.push(chunk);
    }
    at = end;
  }
  const clean = Buffer.concat([bytes.subarray(0, 12), ...kept]);
  clean.writeUInt32LE(clean.length - 8, 4);
  return clean;
}

const startOfScan = 0xda;
const endOfImage = 0xd9;

function cleanJpeg(bytes: Uint8Array, view: DataView): Uint8Array | null {
  const kept = [bytes.subarray(0, 2)];
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // padding
      continue;
    }
    if (marker === endOfImage) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    if (at + 4 > bytes.length) return null;
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    const length = standsAlone ? 0 : view.getUint16(at + 2);
    if (!standsAlone && length < 2) return null;
    const end = marker === startOfScan ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    if (end > bytes.length) return null;
    if (isJpegKept(bytes, at, marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

/** All but the application's own parts and comments; of those, what colours depend on. */
function isJpegKept(bytes: Uint8Array, at: number, marker: number): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const isColourProfile = marker === 0xe2 && asciiAt(bytes, at + 4, 12) === "ICC_PROFILE\0";
  const isJfif = marker === 0xe0 && asciiAt(bytes, at + 4, 5) === "JFIF\0";
  const isAdobe = marker === 0xee && asciiAt(bytes, at + 4, 5) === "Adobe";
  return isColourProfile || isJfif || isAdobe;
}

/** Pixels go on until a marker that is neither an escaped FF nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
