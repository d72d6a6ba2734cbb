import type { Mark } from "@faelleskort/shared/model/mark.ts";
import { markId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, it } from "vitest";
import { overlaps, translate } from "../geometry/rect.ts";
import { type FarTitle, farTitlesOf } from "./far-titles.ts";
import { keyOfRef, type MarkItem } from "./item.ts";
import { layoutMark, markSize } from "./mark-layout.ts";
import { createTextSetter } from "./text-setter.ts";

const text = createTextSetter((words, { size }) => words.length * size * 0.5);

function markAt(name: string, x: number, y: number): MarkItem {
  const mark: Mark = {
    id: markId(`mark-${name.replaceAll(" ", "-")}`),
    kind: "resource",
    title: name,
    text: "",
    position: { x: 0, y: 0 },
    author: { label: "", participantId: null },
    createdAt: 1,
    deleted: false,
  };
  const ref = { record: "mark", id: mark.id } as const;
  const layout = layoutMark(mark, text);
  return {
    kind: "mark",
    key: keyOfRef(ref),
    ref,
    mark,
    layout,
    rect: { x, y, width: layout.width, height: layout.height },
  };
}

describe("marks' titles from far away", () => {
  it("PAINT-3 are legible at every zoom", () => {
    for (const zoom of [0.5, 0.28, 0.2, 0.08]) {
      const [title] = farTitlesOf([markAt("Klubhuset", 0, 0)], zoom, text)?.values() ?? [];
      expect((title?.font.size ?? 0) * zoom).toBeGreaterThanOrEqual(9);
      expect(title?.set.lines.join(" ")).toBe("Klubhuset");
    }
  });

  it("leave the slips alone from near", () => {
    expect(farTitlesOf([markAt("Klubhuset", 0, 0)], 0.6, text)).toBeNull();
  });

  it("PAINT-3 cover neither each other nor a mark; where there is no room the newer gives way", () => {
    const marks = Array.from({ length: 30 }, (_, index) =>
      markAt(`Nummer ${index}`, (index % 6) * 90, Math.floor(index / 6) * 70),
    );
    const titles = farTitlesOf(marks, 0.25, text) ?? new Map<string, FarTitle>();
    expect(titles.size).toBeGreaterThan(1);
    expect(titles.size).toBeLessThan(marks.length);
    expect(titles.has(marks[0]?.key ?? "")).toBe(true);
    const boxes = marks.flatMap(({ key, rect }) => {
      const title = titles.get(key);
      return title ? [translate(title.box, rect.x, rect.y)] : [];
    });
    const shapes = marks.map(({ rect, layout }) => ({
      x: rect.x + layout.anchor.x - markSize / 2,
      y: rect.y + layout.anchor.y - markSize / 2,
      width: markSize,
      height: markSize,
    }));
    for (const [index, box] of boxes.entries()) {
      for (const other of [...boxes.slice(index + 1), ...shapes]) {
        expect(
          overlaps(
            { ...box, width: box.width - 2, height: box.height - 2, x: box.x + 1, y: box.y + 1 },
            other,
          ),
        ).toBe(false);
      }
    }
  });
});
