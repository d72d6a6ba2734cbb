import { describe, expect, it } from "vitest";
import { type Colours, tokens } from "./tokens.ts";

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((first, second) => second - first);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const tints = (colours: Colours) => Object.entries(colours.palette);
const cardFaces = (colours: Colours) => Object.entries(colours.categories);

describe.each(Object.entries(tokens.colours))("%s colours", (_name, colours) => {
  it("give every text pair at least 4.5:1", () => {
    const pairs: [string, string, string][] = [
      ["ink on paper", colours.ink, colours.paper],
      ["ink on surface", colours.ink, colours.surface],
      ["ink on tint", colours.ink, colours.actionTint],
      ["ink on note", colours.ink, colours.note],
      ["quiet on paper", colours.quietInk, colours.paper],
      ["quiet on surface", colours.quietInk, colours.surface],
      ["action on paper", colours.action, colours.paper],
      ["action on surface", colours.action, colours.surface],
      ["on action", colours.onAction, colours.action],
      ["danger on paper", colours.danger, colours.paper],
      ["danger on surface", colours.danger, colours.surface],
      ["on danger", colours.onDanger, colours.danger],
      ...tints(colours).flatMap(([name, { fill, line }]): [string, string, string][] => [
        [`ink on ${name} paper`, colours.ink, fill],
        [`quiet on ${name} paper`, colours.quietInk, fill],
        [`${name} letters on paper`, line, colours.paper],
        [`${name} letters on surface`, line, colours.surface],
        [`${name} letters on its own paper`, line, fill],
      ]),
      ...cardFaces(colours).flatMap(([name, { fill, stripe }]): [string, string, string][] => [
        [`ink on ${name}`, colours.ink, fill],
        [`quiet on ${name}`, colours.quietInk, fill],
        [`stripe badge on ${name}`, stripe, colours.surface],
      ]),
    ];
    for (const [what, text, ground] of pairs)
      expect(contrast(text, ground), what).toBeGreaterThanOrEqual(4.5);
  });

  it("give every shape pair at least 3:1", () => {
    const pairs: [string, string, string][] = [
      ["edge on paper", colours.edge, colours.paper],
      ["edge on surface", colours.edge, colours.surface],
      ["note edge on paper", colours.noteEdge, colours.paper],
      // One of the two rings always stands out from what is behind it.
      [
        "focus on paper",
        luminance(colours.paper) > 0.5 ? colours.focusOuter : colours.focusInner,
        colours.paper,
      ],
      ["focus rings", colours.focusOuter, colours.focusInner],
      ["resource on paper", colours.marks.resource, colours.paper],
      ["challenge on paper", colours.marks.challenge, colours.paper],
      ["mark rim", colours.onMark, colours.marks.resource],
      ...Object.entries(colours.relevance).map(([name, colour]): [string, string, string] => [
        `relevance ${name}`,
        colour,
        colours.surface,
      ]),
      ...cardFaces(colours).map(([name, { fill, stripe }]): [string, string, string] => [
        `stripe on ${name}`,
        stripe,
        fill,
      ]),
    ];
    for (const [what, shape, ground] of pairs)
      expect(contrast(shape, ground), what).toBeGreaterThanOrEqual(3);
  });
});
