import { picturePixelLimit } from "@faelleskort/shared/protocol/http.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";

export interface PictureHeader {
  readonly type: "image/png" | "image/jpeg" | "image/webp";
  /** Pixels, as stored: a camera's turn isn't applied. */
  readonly width: number;
  readonly height: number;
}

/**
 * Tells what picture the bytes hold by their own header, whatever their name or declared type. Nothing is decoded, so a few bytes
 * that claim to be huge cost nothing. SVG, which can carry scripts, is none of the three kinds.
 */
export function readPictureHeader(
  bytes: Uint8Array,
): Result<PictureHeader, "picture-unreadable" | "picture-too-many-pixels"> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readPng(view) ?? readJpeg(view) ?? readWebp(view);
  if (header === null || header.width === 0 || header.height === 0) return err("picture-unreadable");
  return header.width * header.height > picturePixelLimit ? err("picture-too-many-pixels") : ok(header);
}

const asciiAt = (view: DataView, at: number, text: string): boolean =>
  at + text.length <= view.byteLength &&
  Array.from(text, (letter, index) => view.getUint8(at + index) === letter.charCodeAt(0)).every(Boolean);

function readPng(view: DataView): PictureHeader | null {
  const isPng = view.byteLength >= 33 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a;
  if (!isPng || !asciiAt(view, 12, "IHDR")) return null;
  return { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

function readJpeg(view: DataView): PictureHeader | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // padding
      continue;
    }
    // A start of frame, of any coding; C4, C8 and CC in the same range are tables.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { type: "image/jpeg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    // Pixels or the end before any frame: not a picture we can size.
    if (marker === 0xda || marker === 0xd9) return null;
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    const length = standsAlone ? 0 : view.getUint16(at + 2);
    if (!standsAlone && length < 2) return null;
    at += 2 + length;
  }
  return null;
}

function readWebp(view: DataView): PictureHeader | null {
  if (view.byteLength < 30 || !asciiAt(view, 0, "RIFF") || !asciiAt(view, 8, "WEBP")) return null;
  const type = "image/webp";
  if (asciiAt(view, 12, "VP8X")) {
    const uint24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    return { type, width: uint24(24) + 1, height: uint24(27) + 1 };
  }
  if (asciiAt(view, 12, "VP8L") && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true);
    return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (asciiAt(view, 12, "VP8 ") && view.getUint8(23) === 0x9d && view.getUint16(24) === 0x012a) {
    return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  return null;
}
