import { utf8TextDecoder } from "lib0/string";

/** Bytes; nearly all strings in a document are keys and numbers of this length, and there are twenty to a card. */
const longest = 24;
const places = 256;

/**
 * Reads bytes as UTF-8: short plain ones by itself, since asking the browser takes longer than reading them, and those that come again
 * and again are the same string each time.
 * @param whole the browser's own reader, for all else
 */
export function quickDecoder(whole: (bytes: Uint8Array) => string): (bytes: Uint8Array) => string {
  const recent: string[] = Array.from({ length: places }, () => "");
  return (bytes) => {
    const { length } = bytes;
    if (length === 0 || length > longest) return whole(bytes);
    const [first = 0] = bytes;
    const place =
      (length * 31 + first * 7 + (bytes[length >> 1] ?? 0) * 3 + (bytes[length - 1] ?? 0)) % places;
    const known = recent[place] ?? "";
    let same = 0;
    while (same < length && known.charCodeAt(same) === bytes[same]) same++;
    if (same === length && known.length === length) return known;
    let text = "";
    for (let at = 0; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > 0x7f) return whole(bytes);
      text += String.fromCharCode(byte);
    }
    recent[place] = text;
    return text;
  };
}

let isQuick = false;

/** Has Yjs read short strings quickly from now on: its reader is the one object that lib0 keeps for it. */
export function readShortStringsQuickly(): void {
  if (isQuick || utf8TextDecoder === null) return;
  isQuick = true;
  const whole = utf8TextDecoder.decode.bind(utf8TextDecoder);
  const quick = quickDecoder(whole);
  utf8TextDecoder.decode = (input, options) =>
    input instanceof Uint8Array && options === undefined ? quick(input) : whole(input, options);
}
