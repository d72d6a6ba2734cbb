import * as v from "valibot";
import { AuthorSchema } from "./author.ts";
import { PaletteColourSchema } from "./colour.ts";
import { freeEntries } from "./free-layer.ts";
import { CoordinateSchema } from "./geometry.ts";
import { ElementIdSchema, GroupIdSchema, NoteIdSchema, PictureIdSchema } from "./ids.ts";
import { contentLimits } from "./limits.ts";
import { FreeSheetIdSchema } from "./sheet.ts";

const extent = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(contentLimits.coordinate));

/** A rectangle in board units: its upper left corner and its size. */
export const BoxSchema = v.object({
  x: CoordinateSchema,
  y: CoordinateSchema,
  width: extent,
  height: extent,
});
export type Box = v.InferOutput<typeof BoxSchema>;

/** Small, medium, large: a text's letters, or a line's thickness. */
export const elementSizes = ["s", "m", "l"] as const;
export const ElementSizeSchema = v.picklist(elementSizes);
export type ElementSize = v.InferOutput<typeof ElementSizeSchema>;

/** What a connector's end can be bound to. A connector itself can't be, so that no end depends on itself. */
export const FreeRefSchema = v.variant("record", [
  v.object({ record: v.literal("note"), id: NoteIdSchema }),
  v.object({ record: v.literal("element"), id: ElementIdSchema }),
]);
export type FreeRef = v.InferOutput<typeof FreeRefSchema>;

const pointEntries = { x: CoordinateSchema, y: CoordinateSchema };

/**
 * An end of a connector. A bound one lies at the border of its target's box, wherever that is; a deleted target still has its
 * last box. `at` is where it lay when it was bound: for when the target isn't there at all.
 */
export const ConnectorEndSchema = v.variant("type", [
  v.object({ type: v.literal("free"), ...pointEntries }),
  v.object({ type: v.literal("bound"), target: FreeRefSchema, at: v.object(pointEntries) }),
]);
export type ConnectorEnd = v.InferOutput<typeof ConnectorEndSchema>;

/** How a connector leaves the straight way: in a curve, or in a kink. */
export const bendForms = ["curve", "kink"] as const;
export type BendForm = (typeof bendForms)[number];

/** Where the middle of a bent connector lies, from the middle between what it connects; it goes along when they are moved. */
export const BendSchema = v.object({ form: v.picklist(bendForms), ...pointEntries });
export type Bend = v.InferOutput<typeof BendSchema>;

const offset = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(contentLimits.coordinate));

/** x, y, x, y … from the corner of the stroke's box, to half a unit. */
export const StrokePointsSchema = v.pipe(
  v.array(offset),
  v.minLength(2),
  v.maxLength(contentLimits.strokeNumbers),
  v.check((numbers) => numbers.length % 2 === 0),
);

/** What each kind has besides what all have. Every key is a key of the record, too: two people may change two of them at once. */
const bodies = {
  text: {
    kind: v.literal("text"),
    box: BoxSchema,
    colour: PaletteColourSchema,
    size: ElementSizeSchema,
  },
  /** `colour` is its line's; `fill` null: one sees through it. */
  shape: {
    kind: v.literal("shape"),
    box: BoxSchema,
    form: v.picklist(["rectangle", "ellipse"]),
    colour: PaletteColourSchema,
    fill: v.optional(v.nullable(PaletteColourSchema), null),
    size: ElementSizeSchema,
  },
  /** Carries what has its id as `frame`. Its text is its title. */
  frame: { kind: v.literal("frame"), box: BoxSchema, colour: PaletteColourSchema },
  /** Its text is the alternative text. */
  picture: { kind: v.literal("picture"), box: BoxSchema, picture: PictureIdSchema },
  /** Drawn by hand. Its text, for those who can't see it, is most often empty. */
  stroke: {
    kind: v.literal("stroke"),
    box: BoxSchema,
    points: StrokePointsSchema,
    pen: v.picklist(["pen", "marker"]),
    colour: PaletteColourSchema,
    size: ElementSizeSchema,
  },
  /** A line or arrow. It has no box of its own: its ends say where it is. */
  connector: {
    kind: v.literal("connector"),
    from: ConnectorEndSchema,
    to: ConnectorEndSchema,
    heads: v.picklist(["none", "end", "both"]),
    /** null, as on boards from before there were bends: straight. */
    bend: v.optional(v.nullable(BendSchema), null),
    colour: PaletteColourSchema,
    size: ElementSizeSchema,
  },
} as const;

const common = {
  id: ElementIdSchema,
  sheet: FreeSheetIdSchema,
  text: v.string(),
  ...freeEntries,
  author: AuthorSchema,
  /** Milliseconds since 1970 by the writer's clock: orders things, decides nothing. */
  createdAt: v.pipe(v.number(), v.finite()),
  deleted: v.boolean(),
};

/** Something on a free sheet that isn't a note. */
export const ElementSchema = v.variant("kind", [
  v.object({ ...common, ...bodies.text }),
  v.object({ ...common, ...bodies.shape }),
  v.object({ ...common, ...bodies.frame }),
  v.object({ ...common, ...bodies.picture }),
  v.object({ ...common, ...bodies.stroke }),
  v.object({ ...common, ...bodies.connector }),
]);
export type Element = v.InferOutput<typeof ElementSchema>;
export type ElementKind = Element["kind"];
export type ElementOf<Kind extends ElementKind> = Extract<Element, { kind: Kind }>;
export type Connector = ElementOf<"connector">;
export type BoxedElement = Exclude<Element, Connector>;

const told = {
  id: ElementIdSchema,
  sheet: FreeSheetIdSchema,
  text: v.string(),
  group: v.optional(v.nullable(GroupIdSchema)),
  frame: v.optional(v.nullable(ElementIdSchema)),
};

/** An element as somebody adds it; who and when, the command's context tells. It comes to lie on top, a frame at the bottom. */
export const NewElementSchema = v.variant("kind", [
  v.object({ ...told, ...bodies.text }),
  v.object({ ...told, ...bodies.shape }),
  v.object({ ...told, ...bodies.frame }),
  v.object({ ...told, ...bodies.picture }),
  v.object({ ...told, ...bodies.stroke }),
  v.object({ ...told, ...bodies.connector }),
]);
export type NewElement = v.InferOutput<typeof NewElementSchema>;

/** What can be changed of an element; which of these it has depends on its kind (`changeableKeys`). */
export const ElementChangesSchema = v.partial(
  v.strictObject({
    box: BoxSchema,
    points: StrokePointsSchema,
    from: ConnectorEndSchema,
    to: ConnectorEndSchema,
    colour: PaletteColourSchema,
    fill: v.nullable(PaletteColourSchema),
    size: ElementSizeSchema,
    form: bodies.shape.form,
    pen: bodies.stroke.pen,
    heads: bodies.connector.heads,
    bend: v.nullable(BendSchema),
    picture: PictureIdSchema,
  }),
);
export type ElementChanges = v.InferOutput<typeof ElementChangesSchema>;

export const elementKinds = ["text", "shape", "frame", "picture", "stroke", "connector"] as const;
export const changeableKeys: Readonly<Record<ElementKind, readonly (keyof ElementChanges)[]>> = {
  text: ["box", "colour", "size"],
  shape: ["box", "form", "colour", "fill", "size"],
  frame: ["box", "colour"],
  picture: ["box", "picture"],
  stroke: ["box", "points", "pen", "colour", "size"],
  connector: ["from", "to", "heads", "bend", "colour", "size"],
};

/** Most characters of an element's text: its own words, its title, or what it shows, for those who can't see it. */
export const elementTextLimit: Readonly<Record<ElementKind, number>> = {
  text: contentLimits.note,
  shape: contentLimits.note,
  frame: contentLimits.note,
  picture: contentLimits.note,
  stroke: contentLimits.note,
  connector: contentLimits.note,
};
