/**
 * Whether a request comes from a page of ours: its Origin is the host it was sent to, or PUBLIC_URL's. No Origin means that no
 * foreign page is behind it, since browsers always send one with a WebSocket and with what changes something.
 * @param host as in the Host header, with its port
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string | null,
): boolean {
  if (origin === undefined) return true;
  const parsed = URL.parse(origin);
  if (parsed === null || (parsed.protocol !== "http:" && parsed.protocol !== "https:")) return false;
  if (publicUrl !== null && parsed.origin === publicUrl) return true;
  if (host === undefined) return false;
  // The Host of a default port may or may not name it.
  return URL.parse(`${parsed.protocol}//${host}`)?.host === parsed.host;
}
