import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import type { Font, SetText, TextSetter } from "./text-setter.ts";

/** Sizes of cards, in board units. */
export const actorCard = { width: 200, height: 128, stripe: 30, padding: 12, foot: 30 } as const;
export const compactCard = { width: 148, height: 60, stripe: 20, padding: 8 } as const;

/** Where a card's texts go; sizes in world units. */
export interface CardLayout {
  readonly width: number;
  readonly height: number;
  readonly name: SetText;
  readonly nameFont: Font;
  readonly lineHeight: number;
  /** Who wrote it, in one line; empty when nobody said. */
  readonly byline: SetText;
  readonly bylineFont: Font;
}

const bylineFont: Font = { weight: 400, size: 13 };
/** A size of letters, and how many lines of it the card has room for. */
interface Fit {
  readonly size: number;
  readonly lines: number;
}
const actorNameFits: readonly Fit[] = [20, 18, 16, 15, 14].map((size) => ({ size, lines: 3 }));
const compactNameFits: readonly Fit[] = [
  { size: 17, lines: 2 },
  { size: 15, lines: 2 },
  { size: 13, lines: 3 },
  { size: 12, lines: 3 },
];

const lineHeightOf = (size: number) => Math.round(size * 1.22);

/** A name in up to three lines; it shrinks to a floor, then the card grows. */
export function layoutActorCard({ lead, authors }: ActorCluster, text: TextSetter): CardLayout {
  const { width, stripe, padding, foot } = actorCard;
  const room = width - stripe - 2 * padding;
  const fitted = shrinkToFit(lead.name, room, actorNameFits, text);
  const nameFont: Font = { weight: 600, size: fitted?.size ?? 15 };
  const name = text.lines(lead.name, nameFont, room);
  const lineHeight = lineHeightOf(nameFont.size);
  const byline = text.lines(authors.map(({ label }) => label).join(" · "), bylineFont, room - 46, 1);
  const height = Math.max(actorCard.height, padding + name.lines.length * lineHeight + 6 + foot);
  return { width, height, name, nameFont, lineHeight, byline, bylineFont };
}

/** Cards in the priority model are all of one size: a name that does not fit is cut. */
export function layoutCompactCard({ lead }: ActorCluster, text: TextSetter): CardLayout {
  const { width, height, stripe, padding } = compactCard;
  const room = width - stripe - 2 * padding;
  const fitted = shrinkToFit(lead.name, room, compactNameFits, text) ?? { size: 13, lines: 3 };
  const nameFont: Font = { weight: 600, size: fitted.size };
  const name = text.lines(lead.name, nameFont, room, fitted.lines);
  const byline: SetText = { ...name, lines: [] };
  return { width, height, name, nameFont, lineHeight: lineHeightOf(fitted.size), byline, bylineFont };
}

/**
 * The largest size that the name fits in, if possible without breaking a word; undefined when it fits in none. Most names fit in the
 * largest: smaller ones are only tried when it matters.
 */
function shrinkToFit(name: string, width: number, fits: readonly Fit[], text: TextSetter): Fit | undefined {
  let broken: Fit | undefined;
  for (const fit of fits) {
    const set = text.lines(name, { weight: 600, size: fit.size }, width);
    if (set.lines.length > fit.lines) continue;
    if (!set.broken) return fit;
    broken ??= fit;
  }
  return broken;
}
