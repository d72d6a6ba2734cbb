import type { Page } from "playwright";

/** A screenshot at half its size, as WebP: a tenth of the bytes, and all that a person would notice. Done by the browser. */
export async function shrunk(judge: Page, screenshot: Buffer): Promise<Buffer> {
  const picture = await judge.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width / 2);
    canvas.height = Math.round(bitmap.height / 2);
    const ctx = canvas.getContext("2d");
    if (!ctx) throw new Error("there is no canvas");
    ctx.imageSmoothingQuality = "high";
    ctx.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/webp", 0.6).split(",")[1] ?? "";
  }, screenshot.toString("base64"));
  return Buffer.from(picture, "base64");
}

/** Side of a square, px of the shrunk picture: its mean colour forgets the edges of letters, and remembers a card. */
const side = 4;
/** How far (of 255) a square's mean may be off in any of its colours. */
const tolerance = 14;

/** In how many squares two shrunk pictures differ; all of them when their sizes do. Their outermost squares don't count. */
export async function differingBlocks(judge: Page, one: Buffer, other: Buffer): Promise<number> {
  return judge.evaluate(
    async ({ pictures, block, most }) => {
      const [a, b] = await Promise.all(
        pictures.map(async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/webp" }));
          const ctx = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
          if (!ctx) throw new Error("there is no canvas");
          ctx.drawImage(bitmap, 0, 0);
          return ctx.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (!a || !b || a.width !== b.width || a.height !== b.height) return Infinity;
      const { width, height } = a;
      const [columns, rows] = [Math.floor(width / block), Math.floor(height / block)];
      const meansOf = ({ data }: ImageData) => {
        const sums = new Float64Array(columns * rows * 3);
        for (let y = 0; y < rows * block; y++) {
          for (let x = 0; x < columns * block; x++) {
            const to = (Math.floor(y / block) * columns + Math.floor(x / block)) * 3;
            for (let colour = 0; colour < 3; colour++) {
              sums[to + colour] =
                (sums[to + colour] ?? 0) + (data[(y * width + x) * 4 + colour] ?? 0) / block ** 2;
            }
          }
        }
        return sums;
      };
      const [mine, theirs] = [meansOf(a), meansOf(b)];
      let differing = 0;
      for (let row = 1; row < rows - 1; row++) {
        for (let column = 1; column < columns - 1; column++) {
          const at = (row * columns + column) * 3;
          const isOff = [0, 1, 2].some(
            (colour) => Math.abs((mine[at + colour] ?? 0) - (theirs[at + colour] ?? 0)) > most,
          );
          if (isOff) differing++;
        }
      }
      return differing;
    },
    { pictures: [one.toString("base64"), other.toString("base64")], block: side, most: tolerance },
  );
}
