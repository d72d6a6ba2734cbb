/** A code in groups of at most four letters, as people read it aloud; what they type needs no spaces. */
export function spacedCode(code: string): string {
  const letters = Array.from(code);
  const groups = Math.ceil(letters.length / 4);
  const size = Math.ceil(letters.length / Math.max(1, groups));
  return Array.from({ length: groups }, (_, index) =>
    letters.slice(index * size, (index + 1) * size).join(""),
  ).join(" ");
}

/** A link as one shows it: without the scheme, and without the secret, which is for copying and the QR code. */
export function shownLink(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}#…`;
}
