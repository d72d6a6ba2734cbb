import { expect, test } from "vitest";
import { fitWithin, hasTooManyPixels } from "./fit-size.ts";
import { headerSize } from "./header-size.ts";
import { pictureKind } from "./picture-kind.ts";

/** Bytes with a number written big- or little-endian at an offset. */
function bytes(length: number, start: readonly number[], write: (view: DataView) => void): Uint8Array {
  const made = new Uint8Array(length);
  made.set(start);
  write(new DataView(made.buffer));
  return made;
}
const png = (width: number, height: number) =>
  bytes(33, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], (view) => {
    view.setUint32(16, width);
    view.setUint32(20, height);
  });
const riff = [0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50];

test("a file is what its bytes say, not its name", () => {
  expect(pictureKind(png(1, 1))).toBe("png");
  expect(pictureKind(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("jpeg");
  expect(pictureKind(new Uint8Array(riff))).toBe("webp");
  expect(pictureKind(new TextEncoder().encode("%PDF-1.7"))).toBe("pdf");
  expect(pictureKind(new TextEncoder().encode("<svg xmlns='http"))).toBeNull();
  expect(pictureKind(new Uint8Array())).toBeNull();
});

test("sizes are read from the header alone", () => {
  expect(headerSize("png", png(10_000, 10_001))).toEqual({ width: 10_000, height: 10_001 });
  // JPEG: an application segment of 16 bytes before a progressive frame of 640 × 480.
  const jpeg = bytes(40, [0xff, 0xd8, 0xff, 0xe1, 0, 16], (view) => {
    view.setUint16(20, 0xffc2);
    view.setUint16(22, 17);
    view.setUint16(25, 480);
    view.setUint16(27, 640);
  });
  expect(headerSize("jpeg", jpeg)).toEqual({ width: 640, height: 480 });
  const lossy = bytes(30, riff, (view) => {
    view.setUint32(12, 0x56503820);
    view.setUint16(26, 640, true);
    view.setUint16(28, 480, true);
  });
  expect(headerSize("webp", lossy)).toEqual({ width: 640, height: 480 });
  const lossless = bytes(30, riff, (view) => {
    view.setUint32(12, 0x5650384c);
    view.setUint32(21, (639 | (479 << 14)) >>> 0, true);
  });
  expect(headerSize("webp", lossless)).toEqual({ width: 640, height: 480 });
  const extended = bytes(30, riff, (view) => {
    view.setUint32(12, 0x56503858);
    view.setUint16(24, 639, true);
    view.setUint16(27, 479, true);
  });
  expect(headerSize("webp", extended)).toEqual({ width: 640, height: 480 });
});

test("a file that is cut short has no size, and crashes nobody", () => {
  expect(headerSize("png", png(1, 1).slice(0, 18))).toBeNull();
  expect(headerSize("jpeg", new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 16]))).toBeNull();
  expect(headerSize("webp", new Uint8Array(riff))).toBeNull();
});

test("a picture is made to fit in its own shape, and never enlarged", () => {
  expect(fitWithin({ width: 8192, height: 4096 })).toEqual({ width: 4096, height: 2048 });
  expect(fitWithin({ width: 30_000, height: 2 })).toEqual({ width: 4096, height: 1 });
  expect(fitWithin({ width: 800, height: 600 })).toEqual({ width: 800, height: 600 });
  expect(hasTooManyPixels({ width: 10_000, height: 10_000 })).toBe(true);
  expect(hasTooManyPixels({ width: 6_000, height: 4_000 })).toBe(false);
});
