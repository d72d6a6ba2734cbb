import type { TextTarget } from "@faelleskort/shared/commands/change.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import type { Rect } from "../geometry/rect.ts";
import { actorCard, type CardLayout, compactCard } from "./card-layout.ts";
import { type ElementLayout, frameTitle, shapePadding } from "./element-layout.ts";
import type { RecordItem } from "./item.ts";
import { markSize } from "./mark-layout.ts";
import { stickyNote } from "./note-layout.ts";
import type { Font } from "./text-setter.ts";
import { whoCard } from "./who-layout.ts";

/** Where and how the words of a thing are set: a field laid there shows them as they are painted. */
export interface TextPlace {
  readonly target: TextTarget;
  /** From the thing's top left corner, world units; as high as the lines that are there. */
  readonly box: Rect;
  readonly font: Font;
  readonly lineHeight: number;
  readonly align: "start" | "centre";
  /** The paper it stands on: a custom property of the theme. */
  readonly paper: string;
  /** A `line` is finished by Enter. */
  readonly kind: "line" | "area";
}

/** null: nothing is written on it, or not in place. */
export function textPlaceOf(item: RecordItem): TextPlace | null {
  switch (item.kind) {
    case "actor-card":
      return namePlace(item.cluster, item.layout, 1, { x: 0, y: 0 });
    case "who-card":
      return namePlace(item.cluster, item.layout.card, whoCard.slotScale, {
        x: whoCard.padding,
        y: whoCard.padding,
      });
    case "compact-card": {
      const { name, nameFont, lineHeight } = item.layout;
      const { width, height, stripe, padding } = compactCard;
      const x = stripe + padding;
      const lines = Math.max(1, name.lines.length) * lineHeight;
      const box = { x, y: (height - lines) / 2, width: width - x - padding, height: lines };
      return scaled(nameOf(item.cluster, box, nameFont, lineHeight), item.rect.width / item.layout.width);
    }
    case "mark": {
      const { label, titleFont, lineHeight, title, width } = item.layout;
      const lines = Math.max(1, title.lines.length) * lineHeight;
      const box = label
        ? { x: label.x, y: label.y + 3, width: label.width, height: lines }
        : { x: (width - bareTitle) / 2, y: markSize + 7, width: bareTitle, height: lines };
      const target = { record: "mark", id: item.mark.id, field: "title" } as const;
      return { target, box, font: titleFont, lineHeight, align: "centre", paper: "--surface", kind: "line" };
    }
    case "note": {
      const { text, font, lineHeight } = item.layout;
      const { width, padding } = stickyNote;
      const lines = Math.max(1, text.lines.length) * lineHeight;
      const box = { x: padding, y: padding, width: width - 2 * padding, height: lines };
      const target = { record: "note", id: item.note.id, field: "text" } as const;
      return {
        target,
        box,
        font,
        lineHeight,
        align: "start",
        paper: `--palette-${item.note.colour}-fill`,
        kind: "area",
      };
    }
    case "element":
      return elementPlace(item.layout, item.rect);
  }
}

/** Pictures and drawings are described where they are opened large: nobody sees those words on the sheet. */
function elementPlace(layout: ElementLayout, { width, height }: Rect): TextPlace | null {
  const { element } = layout;
  const target = { record: "element", id: element.id, field: "text" } as const;
  switch (layout.kind) {
    case "text": {
      const { font, lineHeight } = layout;
      const box = { x: 0, y: 0, width, height };
      return { target, box, font, lineHeight, align: "start", paper: "--paper", kind: "area" };
    }
    case "shape": {
      const { font, lineHeight, text } = layout;
      const lines = Math.max(1, text.lines.length) * lineHeight;
      const room = layout.element.form === "ellipse" ? 0.72 : 1;
      const inner = Math.max(font.size * 2, width * room - 2 * shapePadding);
      const box = { x: (width - inner) / 2, y: (height - lines) / 2, width: inner, height: lines };
      const { fill } = layout.element;
      const paper = fill === null ? "--paper" : `--palette-${fill}-fill`;
      return { target, box, font, lineHeight, align: "centre", paper, kind: "area" };
    }
    case "frame": {
      const { padding, font } = frameTitle;
      const box = { x: padding, y: 4, width: width - 2 * padding, height: frameTitle.height - 8 };
      const paper = `--palette-${layout.element.colour}-fill`;
      return { target, box, font, lineHeight: box.height, align: "start", paper, kind: "line" };
    }
    case "connector": {
      const { font, lineHeight, middle, text } = layout;
      const lines = Math.max(1, text.lines.length) * lineHeight;
      const box = { x: middle.x - bareTitle / 2, y: middle.y - lines / 2, width: bareTitle, height: lines };
      return { target, box, font, lineHeight, align: "centre", paper: "--paper", kind: "line" };
    }
    case "picture":
    case "stroke":
      return null;
  }
}

/** Width of the field for the title of a mark that has none, world units. */
const bareTitle = 160;

function namePlace(
  cluster: ActorCluster,
  { name, nameFont, lineHeight, width }: CardLayout,
  scale: number,
  at: { readonly x: number; readonly y: number },
): TextPlace {
  const x = actorCard.stripe + actorCard.padding;
  const height = Math.max(1, name.lines.length) * lineHeight;
  const box = { x, y: 11, width: width - x - actorCard.padding, height };
  const place = scaled(nameOf(cluster, box, nameFont, lineHeight), scale);
  return { ...place, box: { ...place.box, x: place.box.x + at.x, y: place.box.y + at.y } };
}

const nameOf = ({ lead }: ActorCluster, box: Rect, font: Font, lineHeight: number): TextPlace => ({
  target: { record: "actor", id: lead.id, field: "name" },
  box,
  font,
  lineHeight,
  align: "start",
  paper: `--${lead.category ?? "none"}-fill`,
  kind: "line",
});

function scaled(place: TextPlace, by: number): TextPlace {
  const { box, font, lineHeight } = place;
  return {
    ...place,
    box: { x: box.x * by, y: box.y * by, width: box.width * by, height: box.height * by },
    font: { ...font, size: font.size * by },
    lineHeight: lineHeight * by,
  };
}
