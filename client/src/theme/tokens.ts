import type { ActorCategory } from "@faelleskort/shared/model/actor.ts";
import type { PaletteColour } from "@faelleskort/shared/model/colour.ts";
import type { MarkKind } from "@faelleskort/shared/model/mark.ts";

/** A card's face: what it is filled with, and the darker stripe and mark on its left edge. */
export interface CategoryColours {
  readonly fill: string;
  readonly stripe: string;
}

/** A colour of the palette: paper of that colour, to be written on in ink; lines and letters of that colour, on any ground; and what a marker leaves, half of which lets through. */
export interface PaletteTints {
  readonly fill: string;
  readonly line: string;
  readonly marker: string;
}

/** One set of colours, as `#rrggbb` (or `rgb()` for shadows). Light and dark have the same names. */
export interface Colours {
  readonly paper: string;
  readonly surface: string;
  readonly ink: string;
  readonly quietInk: string;
  /** Decorative hairlines; nothing depends on seeing them. */
  readonly line: string;
  /** Edges one must see: cards, fields, circles (3:1 on paper and surface). */
  readonly edge: string;
  readonly action: string;
  readonly onAction: string;
  /** A quiet tint of the action colour, for what is lit or selected. */
  readonly actionTint: string;
  readonly focusOuter: string;
  readonly focusInner: string;
  readonly danger: string;
  readonly onDanger: string;
  readonly categories: Readonly<Record<ActorCategory | "none", CategoryColours>>;
  readonly marks: Readonly<Record<MarkKind, string>>;
  readonly onMark: string;
  readonly note: string;
  readonly noteEdge: string;
  readonly relevance: Readonly<Record<"red" | "yellow" | "green", string>>;
  readonly shadow: string;
  readonly palette: Readonly<Record<PaletteColour, PaletteTints>>;
}

export type SchemeName = "light" | "dark";

const light: Colours = {
  paper: "#FBF8F3",
  surface: "#FFFFFF",
  ink: "#1B1F24",
  quietInk: "#565C63",
  line: "#D9D3C7",
  edge: "#8A8272",
  action: "#0B5C6B",
  onAction: "#FFFFFF",
  actionTint: "#DDEEF0",
  focusOuter: "#1B1F24",
  focusInner: "#FFB000",
  danger: "#A4262C",
  onDanger: "#FFFFFF",
  categories: {
    institution: { fill: "#DCE9F7", stripe: "#2F6DB5" },
    association: { fill: "#FFF0C2", stripe: "#8F6400" },
    enthusiast: { fill: "#FBE0DA", stripe: "#B5422A" },
    place: { fill: "#DDF0DF", stripe: "#2E7D4F" },
    none: { fill: "#EFEBE4", stripe: "#6B6F74" },
  },
  marks: { resource: "#2E7D4F", challenge: "#B3203F" },
  onMark: "#FFFFFF",
  note: "#FFF6CF",
  noteEdge: "#A08A3C",
  relevance: { red: "#B3203F", yellow: "#9A6B00", green: "#2E7D4F" },
  shadow: "rgb(27 31 36 / 0.22)",
  palette: {
    yellow: { fill: "#FFF6CF", line: "#7A6000", marker: "#FFD54A" },
    green: { fill: "#DDF0DF", line: "#226B41", marker: "#74D08A" },
    blue: { fill: "#DCE9F7", line: "#2561A6", marker: "#7DB4F5" },
    pink: { fill: "#FBDDE9", line: "#A62C66", marker: "#F78DBB" },
    orange: { fill: "#FDE3CE", line: "#98480F", marker: "#FFAA66" },
    violet: { fill: "#E8E0F8", line: "#6A44A8", marker: "#B295F0" },
    grey: { fill: "#E9E6E0", line: "#5A5F66", marker: "#B4BAC2" },
    ink: { fill: "#D3D6DA", line: "#1B1F24", marker: "#565C63" },
  },
};

const dark: Colours = {
  paper: "#17191C",
  surface: "#22262B",
  ink: "#F3F0EA",
  quietInk: "#BDB9B0",
  line: "#3B4047",
  edge: "#858B93",
  action: "#6CC3D3",
  onAction: "#0B1416",
  actionTint: "#1C3B41",
  focusOuter: "#0B0D0F",
  focusInner: "#FFB000",
  danger: "#FF9C94",
  onDanger: "#2A0806",
  categories: {
    institution: { fill: "#1E3247", stripe: "#7FB2EA" },
    association: { fill: "#3A3113", stripe: "#DDB44A" },
    enthusiast: { fill: "#43251F", stripe: "#F0917C" },
    place: { fill: "#1E3826", stripe: "#7CC598" },
    none: { fill: "#2F3236", stripe: "#A5A9AE" },
  },
  marks: { resource: "#6CC492", challenge: "#FF8FA3" },
  onMark: "#17191C",
  note: "#3B3617",
  noteEdge: "#A39458",
  relevance: { red: "#FF8FA3", yellow: "#E6BC4F", green: "#6CC492" },
  shadow: "rgb(0 0 0 / 0.55)",
  palette: {
    yellow: { fill: "#3B3617", line: "#DDBE4E", marker: "#C79F1B" },
    green: { fill: "#1E3826", line: "#7CC598", marker: "#3F9B5D" },
    blue: { fill: "#1E3247", line: "#7FB2EA", marker: "#3F7FC4" },
    pink: { fill: "#452335", line: "#F08FBB", marker: "#C2557F" },
    orange: { fill: "#452C18", line: "#F0A268", marker: "#C5722F" },
    violet: { fill: "#33284D", line: "#B79CF0", marker: "#7F5FC9" },
    grey: { fill: "#2F3236", line: "#B4B8BE", marker: "#7A8088" },
    ink: { fill: "#454A52", line: "#F3F0EA", marker: "#BDB9B0" },
  },
};

/** Everything about the look that is data. The CSS variables and the canvas painters are both made from it. */
export const tokens = {
  colours: { light, dark } satisfies Record<SchemeName, Colours>,
  type: {
    family: '"IBM Plex Sans", "IBM Plex Sans Arabic", system-ui, sans-serif',
    /** CSS px. */
    base: 16,
    field: 20,
    regular: 400,
    strong: 600,
  },
  /** Multiples of four, CSS px. */
  space: { xs: 4, s: 8, m: 12, l: 16, xl: 24, xxl: 32 },
  radius: { card: 6, panel: 10 },
  /** Milliseconds; 0 when reduced motion is asked for. */
  motion: { quick: 120, calm: 180 },
  focusRing: { outer: 3, inner: 2 },
} as const;
