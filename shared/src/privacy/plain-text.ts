/** Zero digits of the scripts that have their own: Arabic, Persian, full width. */
const zeros = [0x0660, 0x06f0, 0xff10] as const;

/**
 * The text as the finders read it: digits of all scripts as 0–9, all hyphens and spaces as plain ones, nothing invisible
 * in between. Newlines stay.
 */
export function plainText(text: string): string {
  return text
    .replaceAll(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replaceAll(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, "-")
    .replaceAll(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, asciiDigit);
}

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = zeros.find((start) => code >= start && code < start + 10) ?? code;
  return String(code - zero);
}
