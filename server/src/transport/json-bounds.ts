import type { jsonLimits } from "../policies/limits.ts";

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;

const isOpening = (code: number): boolean => code === 0x5b || code === 0x7b;
const isClosing = (code: number): boolean => code === 0x5d || code === 0x7d;
/** Space, tab and line ends. */
const isBlank = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

/**
 * Whether a text, when it is JSON, becomes no more than a parser can take without harm: fifty megabytes of brackets become gigabytes of
 * objects. Looks at quotes, brackets and commas only; whether it is JSON is the parser's to say.
 */
export function isWithinBounds(
  text: string,
  limits: Readonly<Record<keyof typeof jsonLimits, number>>,
): boolean {
  let depth = 0;
  let values = 1;
  let word = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
      word = 0;
    } else if (isOpening(code)) {
      depth += 1;
      values += 1;
      word = 0;
    } else if (isClosing(code)) {
      depth -= 1;
      word = 0;
    } else if (code === comma) {
      values += 1;
      word = 0;
    } else {
      word = code === colon || isBlank(code) ? 0 : word + 1;
    }
    if (depth > limits.depth || values > limits.values || word > limits.word) return false;
  }
  return true;
}

/** Where the string ends that begins at `start`; the text's end when it doesn't. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === backslash) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}
