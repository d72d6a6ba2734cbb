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
const actorNameSizes = [20, 18, 16, 15] as const;
const compactNameSizes = [17, 15, 13] as const;

const lineHeightOf = (size: number) => Math.round(size * 1.22);

/** A name in up to three lines; it shrinks to a floor, then the card grows. */
export function layoutActorCard({ lead, authors }: ActorCluster, text: TextSetter): CardLayout {
  const { width, stripe, padding, foot } = actorCard;
  const room = width - stripe - 2 * padding;
  const { set: name, font: nameFont } = shrinkToFit(lead.name, room, actorNameSizes, 3, text);
  const lineHeight = lineHeightOf(nameFont.size);
  const byline = text.lines(authors.map(({ label }) => label).join(" · "), bylineFont, room - 46, 1);
  const height = Math.max(actorCard.height, padding + name.lines.length * lineHeight + 6 + foot);
  return { width, height, name, nameFont, lineHeight, byline, bylineFont };
}

/** A name in up to two lines, cut where it is longer: cards in the priority model are all of one size. */
export function layoutCompactCard({ lead }: ActorCluster, text: TextSetter): CardLayout {
  const { width, height, stripe, padding } = compactCard;
  const room = width - stripe - 2 * padding;
  const fitted = shrinkToFit(lead.name, room, compactNameSizes, 2, text);
  const name = fitted.set.lines.length <= 2 ? fitted.set : text.lines(lead.name, fitted.font, room, 3);
  const byline: SetText = { lines: [], direction: name.direction, cut: false };
  return {
    width,
    height,
    name,
    nameFont: fitted.font,
    lineHeight: lineHeightOf(fitted.font.size),
    byline,
    bylineFont,
  };
}

function shrinkToFit(
  value: string,
  width: number,
  sizes: readonly number[],
  maxLines: number,
  text: TextSetter,
): { set: SetText; font: Font } {
  let fitted: { set: SetText; font: Font } | null = null;
  for (const size of sizes) {
    const font: Font = { weight: 600, size };
    fitted = { set: text.lines(value, font, width), font };
    if (fitted.set.lines.length <= maxLines) return fitted;
  }
  return fitted ?? { set: text.lines(value, bylineFont, width), font: bylineFont };
}
