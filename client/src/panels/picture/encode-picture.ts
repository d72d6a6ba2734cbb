import { bodyLimits } from "@faelleskort/shared/protocol/http.ts";

/** Tried in order until one is small enough to send; a browser that can't write WebP answers with another type. */
const attempts = [
  { type: "image/webp", quality: 0.92 },
  { type: "image/jpeg", quality: 0.9 },
  { type: "image/webp", quality: 0.75 },
  { type: "image/jpeg", quality: 0.7 },
] as const;

/** The drawing as a file the server takes; null when the browser can't write one that is small enough. */
export async function encodePicture(canvas: HTMLCanvasElement): Promise<Blob | null> {
  for (const { type, quality } of attempts) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
    if (blob !== null && blob.type === type && blob.size <= bodyLimits.picture) return blob;
  }
  return null;
}
