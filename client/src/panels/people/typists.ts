import type { Peer } from "../../state/presence.ts";

/** Labels of those who write anywhere on one of these cards, each once; `unnamed` stands for those without one. */
export function typistsOn(peers: readonly Peer[], ids: readonly string[], unnamed: string): string[] {
  const writing = peers.filter(({ editing }) => editing !== null && ids.includes(editing.id));
  return [...new Set(writing.map(({ label }) => label.trim() || unnamed))];
}
