import { PaletteColourSchema } from "@faelleskort/shared/model/colour.ts";
import { type ConnectorEnd, type Element, NewElementSchema } from "@faelleskort/shared/model/element.ts";
import { ElementIdSchema, GroupIdSchema, NoteIdSchema } from "@faelleskort/shared/model/ids.ts";
import { ActorCategorySchema, ActorSchema, type AnswerField } from "@faelleskort/shared/model/actor.ts";
import { UnitPointSchema } from "@faelleskort/shared/model/geometry.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { MarkKindSchema } from "@faelleskort/shared/model/mark.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import * as v from "valibot";
import { type Point, translate } from "../geometry/rect.ts";
import { endsOf } from "./element-layout.ts";
import type { ElementItem, RecordItem } from "./item.ts";

/** How copies lie on the clipboard beside the plain text; only our own pages read it. */
export const copiesType = "application/x-faelleskort";

const coordinate = v.pipe(v.number(), v.finite());
const RectSchema = v.object({ x: coordinate, y: coordinate, width: coordinate, height: coordinate });
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

const CopySchema = v.variant("kind", [
  v.object({
    kind: v.literal("actor"),
    name: text(contentLimits.actorName),
    category: v.nullable(ActorCategorySchema),
    answers: ActorSchema.entries.answers,
    onWhoCard: v.boolean(),
    placement: v.nullable(UnitPointSchema),
    rect: RectSchema,
  }),
  v.object({
    kind: v.literal("mark"),
    mark: MarkKindSchema,
    title: text(contentLimits.markTitle),
    text: text(contentLimits.markText),
    rect: RectSchema,
  }),
  v.object({
    kind: v.literal("note"),
    text: text(contentLimits.note),
    rect: RectSchema,
    /** What it was on a free sheet; its id is only for what was copied with it. */
    id: v.optional(NoteIdSchema),
    colour: v.optional(PaletteColourSchema),
    group: v.optional(v.nullable(GroupIdSchema)),
    frame: v.optional(v.nullable(ElementIdSchema)),
  }),
  v.object({
    kind: v.literal("element"),
    element: NewElementSchema,
    rect: RectSchema,
    /** Where it was shown when it was copied. */
    lay: v.object({ x: coordinate, y: coordinate }),
    /** Where a picture is to be had: on this server, for whoever may see it. */
    url: v.optional(v.pipe(v.string(), v.regex(/^\/api\/workshops\/[\w-]{6,40}\/pictures\/[\w-]{6,40}$/))),
  }),
]);

/** A thing as it is copied: what is written on it, and where it was shown, in world units. Without its authors and ids. */
export type Copy = v.InferOutput<typeof CopySchema>;

/** So many are written in one step; more is not a copy but an export. */
export const mostCopies = 1_000;

const ClipboardSchema = v.object({
  version: v.literal(1),
  copies: v.pipe(v.array(CopySchema), v.maxLength(mostCopies)),
});

export const writeCopies = (copies: readonly Copy[]): string => JSON.stringify({ version: 1, copies });

/** null for anything but what \`writeCopies\` wrote: other pages may write what they like. */
export function readCopies(written: string): readonly Copy[] | null {
  try {
    const parsed = v.safeParse(ClipboardSchema, JSON.parse(written));
    return parsed.success && parsed.output.copies.length > 0 ? parsed.output.copies : null;
  } catch {
    // Not even JSON.
    return null;
  }
}

/** A merged card is copied as the one card the meeting sees. */
export function copyOf(item: RecordItem, at: Point = item.rect): Copy {
  const { width, height } = item.rect;
  const rect = { x: at.x, y: at.y, width, height };
  switch (item.kind) {
    case "actor-card":
    case "who-card":
    case "compact-card": {
      const { lead, placement } = item.cluster;
      const { name, category, onWhoCard } = lead;
      const answers = answersOf(item.cluster);
      return { kind: "actor", name, category, onWhoCard, placement, answers, rect };
    }
    case "mark": {
      const { kind: mark, title, text: words } = item.mark;
      return { kind: "mark", mark, title, text: words, rect };
    }
    case "note": {
      const { id, text: words, colour, group, frame } = item.note;
      return { kind: "note", text: words, rect, id, colour, group, frame };
    }
    case "element": {
      const { x, y } = item.rect;
      return { kind: "element", element: copiedElement(item), rect, lay: { x, y } };
    }
  }
}

/** A line's bound ends remember where they are now: what they are bound to may not be copied with it. */
function copiedElement({ layout, rect }: ElementItem): Element {
  if (layout.kind !== "connector") return layout.element;
  const { from, to } = endsOf(layout, rect);
  const here = (end: ConnectorEnd, at: Point): ConnectorEnd =>
    end.type === "free" ? end : { ...end, at: { x: at.x, y: at.y } };
  const { element } = layout;
  return { ...element, from: here(element.from, from), to: here(element.to, to) };
}

function answersOf({ members }: ActorCluster) {
  const joined = (field: AnswerField) =>
    members
      .map(({ answers }) => answers[field].trim())
      .filter((answer) => answer !== "")
      .join("\n")
      .slice(0, contentLimits.answer);
  return {
    activities: joined("activities"),
    partners: joined("partners"),
    contribution: joined("contribution"),
  };
}

export const shifted = (copies: readonly Copy[], { x, y }: Point): Copy[] =>
  copies.map((copy) => ({ ...copy, rect: translate(copy.rect, x, y) }));

/** What a copy says in other programs: one name per line. */
export function wordsOf(copy: Copy): string {
  switch (copy.kind) {
    case "actor":
      return copy.name;
    case "mark":
      return copy.title;
    case "note":
      return copy.text;
    case "element":
      return copy.element.text;
  }
}
