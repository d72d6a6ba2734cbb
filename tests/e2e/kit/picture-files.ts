import { crc32, deflateSync } from "node:zlib";
import type { Page } from "playwright";

/** A file as a person picks it: its name needn't say what it is. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const file = (name: string, mimeType: string, content: Buffer | string): ChosenFile => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

/** A white PNG of one bit per pixel: 100 million pixels take some 12 kB. */
export function whitePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit, grey.
  header[8] = 1;
  const line = Buffer.alloc(1 + Math.ceil(width / 8), 0xff);
  // No filter.
  line[0] = 0;
  const pixels = Buffer.alloc(line.length * height, line);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A picture of 80 × 60 pixels as this browser writes it. */
export async function drawnPicture(page: Page, type: "image/jpeg" | "image/webp"): Promise<Buffer> {
  const address = await page.evaluate((wanted) => {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: 80, height: 60 });
    const brush = canvas.getContext("2d");
    if (brush === null) throw new Error("this browser can't draw");
    brush.fillStyle = "#2e7d4f";
    brush.fillRect(10, 10, 40, 30);
    return canvas.toDataURL(wanted);
  }, type);
  const [, base64] = address.split(`data:${type};base64,`);
  if (base64 === undefined) throw new Error(`this browser can't write ${type}`);
  return Buffer.from(base64, "base64");
}

/** A PDF whose pages are 200 × 100 units, each with a rectangle and a word; `locked`: one that wants a password. */
export function smallPdf(pages: number, locked = false): Buffer {
  const numbers = Array.from({ length: pages }, (_, index) => index);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages} /Kids [${numbers.map((index) => `${4 + 2 * index} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...numbers.flatMap((index) => {
      const drawing = `0 0.4 0.6 rg ${20 + 20 * index} 20 60 50 re f BT /F 14 Tf 20 80 Td (Side ${index + 1}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
        `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
      ];
    }),
    // Nobody's password gives this.
    ...(locked
      ? [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> >>`]
      : []),
  ];
  let text = "%PDF-1.4\n";
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const encrypted = locked
    ? `/Encrypt ${objects.length} 0 R /ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`
    : "";
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${encrypted} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`, "latin1");
}
