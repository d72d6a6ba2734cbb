import * as v from "valibot";

/** The one palette of the free board. Only names: what they look like (light, dark, forced colours) is the client's theme. */
export const paletteColours = ["yellow", "green", "blue", "pink", "orange", "violet", "grey", "ink"] as const;
export const PaletteColourSchema = v.picklist(paletteColours);
export type PaletteColour = v.InferOutput<typeof PaletteColourSchema>;
