/** How a scanner packs the pages of a PDF. */
export type Packing = "CCITTFaxDecode" | "JBIG2Decode" | "JPXDecode";

const width = 192;
const height = 96;

/**
 * A PDF whose only page is one scanned picture. As fax and as JBIG2 it is white with a black middle third; as JPEG 2000 an
 * even grey, since such a picture can be written down without an encoder: all its packets are empty.
 */
export function scannedPdf(packing: Packing): Buffer {
  const drawing = Buffer.from("200 0 0 100 0 0 cm /I Do");
  const picture = packed(packing);
  const colours = packing === "JPXDecode" ? "" : "/ColorSpace /DeviceGray /BitsPerComponent 1";
  const settings =
    packing === "CCITTFaxDecode" ? `/DecodeParms << /K -1 /Columns ${width} /Rows ${height} >>` : "";
  return pdfOf([
    [Buffer.from("<< /Type /Catalog /Pages 2 0 R >>")],
    [Buffer.from("<< /Type /Pages /Count 1 /Kids [3 0 R] >>")],
    [
      Buffer.from(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>",
      ),
    ],
    stream("", drawing),
    stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${colours} /Filter /${packing} ${settings}`,
      picture,
    ),
  ]);
}

function packed(packing: Packing): Buffer {
  switch (packing) {
    case "CCITTFaxDecode":
      return fax();
    case "JBIG2Decode":
      return jbig2();
    case "JPXDecode":
      return jpeg2000();
  }
}

/** CCITT group 4: the first line is told by its runs, all others by "as the line above". */
function fax(): Buffer {
  const horizontal = "001";
  // A run of 64, then one of nothing, as runs end.
  const white64 = "1101100110101";
  const black64 = "00000011110000110111";
  const same = "1";
  const endOfPicture = "000000000001".repeat(2);
  const bits = horizontal + white64 + black64 + same + same.repeat(3 * (height - 1)) + endOfPicture;
  const bytes = bits.padEnd(Math.ceil(bits.length / 8) * 8, "0").match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

/** What a page of JBIG2 is and one region on it, packed as fax. */
function jbig2(): Buffer {
  const segment = (number: number, type: number, data: Buffer): Buffer =>
    Buffer.concat([int32(number), Buffer.from([type, 0, 1]), int32(data.length), data]);
  const size = Buffer.concat([int32(width), int32(height)]);
  const page = Buffer.concat([size, int32(0), int32(0), Buffer.from([0, 0, 0])]);
  const region = Buffer.concat([size, int32(0), int32(0), Buffer.from([0, 1]), fax()]);
  return Buffer.concat([segment(0, 48, page), segment(1, 38, region)]);
}

/** A JPEG 2000 codestream of one tile, one grey component, no wavelet levels, and one empty packet. */
function jpeg2000(): Buffer {
  const marker = (code: number, ...body: readonly Buffer[]): Buffer => {
    const content = Buffer.concat(body);
    return Buffer.concat([int16(code), int16(content.length + 2), content]);
  };
  const extent = [int32(width), int32(height), int32(0), int32(0)];
  const component = Buffer.from([7, 1, 1]);
  const emptyPacket = Buffer.from([0]);
  const partHeader = 12;
  return Buffer.concat([
    int16(0xff4f),
    marker(0xff51, int16(0), ...extent, ...extent, int16(1), component),
    // No precincts; one layer, no levels, blocks of 64 × 64, the reversible transform.
    marker(0xff52, Buffer.from([0, 0, 0, 1, 0, 0, 4, 4, 0, 1])),
    marker(0xff5c, Buffer.from([0x40, 0x40])),
    marker(0xff90, int16(0), int32(partHeader + 2 + emptyPacket.length), Buffer.from([0, 1])),
    int16(0xff93),
    emptyPacket,
    int16(0xffd9),
  ]);
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function stream(entries: string, content: Buffer): readonly Buffer[] {
  return [
    Buffer.from(`<< ${entries} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from("\nendstream"),
  ];
}

/** A file of these objects, numbered from 1; the first is its catalogue. */
function pdfOf(objects: readonly (readonly Buffer[])[]): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.5\n")];
  const places: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [index, object] of objects.entries()) {
    places.push(length());
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), ...object, Buffer.from("\nendobj\n"));
  }
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length()}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}
