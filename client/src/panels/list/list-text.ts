import { type PriorityField, priorityFields } from "@faelleskort/shared/method/fields.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import type { PriorityList } from "@faelleskort/shared/views/priority.ts";

/** One actor as a line: its name, and in parentheses who wrote it. Line breaks in either become spaces. */
export function actorLine({ lead, authors }: ActorCluster): string {
  const flat = (text: string) => text.replaceAll(/\s+/g, " ").trim();
  const writers = authors.map(({ label }) => flat(label)).filter(Boolean);
  return writers.length === 0 ? flat(lead.name) : `${flat(lead.name)} (${writers.join("; ")})`;
}

/** A heading and numbered lines, as one pastes it into a mail. */
export function numberedText(heading: string, all: readonly ActorCluster[]): string {
  return [heading, ...all.map((cluster, index) => `${index + 1}. ${actorLine(cluster)}`)].join("\n");
}

/** The prioritised list 1–4 as text, fields in order and empty ones left out. */
export function priorityText(list: PriorityList, headingOf: (field: PriorityField) => string): string {
  return priorityFields
    .filter((field) => list[field].length > 0)
    .map((field) => numberedText(headingOf(field), list[field]))
    .join("\n\n");
}
