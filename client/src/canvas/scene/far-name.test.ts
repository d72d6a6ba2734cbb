import { noteId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, it } from "vitest";
import { farFit, farFont, farNameOf, farSize } from "./far-name.ts";
import { noteItem } from "./sample-items.ts";
import { createTextSetter } from "./text-setter.ts";

const text = createTextSetter((letters, { size }) => letters.length * size * 0.5);
const notes = (...texts: string[]) =>
  texts.map((words, index) => {
    const item = noteItem(`note-${index}`, { x: 0, y: 0 });
    return { ...item, note: { ...item.note, id: noteId(`note-${index}`), text: words } };
  });

describe("the size of names seen from far away", () => {
  it("HAND-4 is one for all, as large as most of them allow", () => {
    const short = farSize(notes("SSP", "HG", "Fri"), 0.2, text) ?? 0;
    const long = farSize(notes("Fællesrådet for Høje Gladsaxe", "SSP", "Biblioteket i Mørkhøj"), 0.2, text);
    expect(short).toBeGreaterThan(long ?? Infinity);
    expect(short * 0.2).toBeLessThanOrEqual(16);
  });

  it("HAND-4 says nothing where only a few letters would have room: they name nobody", () => {
    expect(farSize(notes("Foreningen af frivillige ved boldburet"), 0.1, text)).toBeNull();
  });

  it.each([0.2, 0.3, 0.45, 0.6])("can always be read, at zoom %d", (zoom) => {
    const size = farSize(notes("Foreningen af frivillige ved boldburet og legepladsen"), zoom, text);
    expect((size ?? 0) * zoom).toBeGreaterThanOrEqual(7);
  });

  it("changes by steps, so that line breaks are remembered", () => {
    const sizes = new Set<number | null>();
    for (let zoom = 0.2; zoom < 0.25; zoom += 0.001) sizes.add(farSize(notes("Skolen"), zoom, text));
    expect(sizes.size).toBeLessThanOrEqual(3);
  });

  it("is none at all once hardly anything has room", () => {
    expect(farSize(notes("Skolen", "Kirken"), 0.04, text)).toBeNull();
  });
});

it("gives every thing at least one line, whatever its name", () => {
  const [item] = notes("Donaudampfschifffahrtsgesellschaftskapitänswitwenverein");
  const name = item && farNameOf(item);
  if (!name) throw new Error("a note says something");
  for (const size of [5, 20, 60, 500]) {
    const fit = farFit(name.box, size);
    const set = text.lines(name.text, farFont(fit.size), name.box.width, fit.lines);
    expect(set.lines.length).toBeGreaterThan(0);
    expect(set.lines[0]).not.toBe("");
    expect(fit.lines * fit.size).toBeLessThanOrEqual(name.box.height);
  }
});
