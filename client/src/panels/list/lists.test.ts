import { actorId } from "@faelleskort/shared/model/ids.ts";
import { priorityList } from "@faelleskort/shared/views/priority.ts";
import { describe, expect, test } from "vitest";
import { card, clustersOf } from "../testing/cluster.ts";
import { actorGroups } from "./actor-groups.ts";
import { matching } from "./filter.ts";
import { actorLine, priorityText } from "./list-text.ts";
import { areaOf, mapAreas, pointInArea } from "./map-areas.ts";
import { nextUnplaced } from "./next-unplaced.ts";

describe("the list of actors", () => {
  test("stands under categories, by name as Danes sort, without empty headings", () => {
    const all = clustersOf(
      card("1", { name: "Åben Dør" }),
      card("2", { name: "Zebra", category: "association" }),
      card("3", { name: "Ældre Sagen", category: "association" }),
      card("4", { name: "Biblioteket", category: "institution" }),
    );
    expect(
      actorGroups(all, "da").map(({ category, actors }) => [category, actors.map((a) => a.lead.name)]),
    ).toEqual([
      ["institution", ["Biblioteket"]],
      ["association", ["Zebra", "Ældre Sagen"]],
      [null, ["Åben Dør"]],
    ]);
  });

  test("a merged card takes the category that one of its cards has", () => {
    const all = clustersOf(
      card("lead"),
      card("other", { category: "place", mergedInto: actorId("actor-lead"), createdAt: 1 }),
    );
    expect(actorGroups(all, "da").map(({ category }) => category)).toEqual(["place"]);
  });

  test("is searched through names, answers and authors, whatever case and accents", () => {
    const all = clustersOf(
      card("1", { name: "Café Élan", author: { label: "Biblioteket", participantId: null } }),
      card("2", { name: "SSP", answers: { activities: "", partners: "biblioteket", contribution: "" } }),
    );
    expect(matching(all, "cafe biblio").map(({ lead }) => lead.name)).toEqual(["Café Élan"]);
    expect(matching(all, "BIBLIO")).toHaveLength(2);
    expect(matching(all, "  ")).toHaveLength(2);
    expect(matching(all, "findes ikke")).toHaveLength(0);
  });
});

describe("the list as text", () => {
  test("names every author of a merged card, on one line", () => {
    const [cluster] = clustersOf(
      card("lead", { name: "Fair\nPlay", author: { label: "Klubben", participantId: null } }),
      card("other", { mergedInto: actorId("actor-lead"), author: { label: "SSP", participantId: null } }),
    );
    expect(cluster && actorLine(cluster)).toBe("Fair Play (Klubben; SSP)");
  });

  test("has the fields in order, numbered, without the empty ones", () => {
    const list = priorityList(
      clustersOf(
        card("A", { placement: { x: 0.9, y: 0.9 } }),
        card("B", { placement: { x: 0.6, y: 0.6 } }),
        card("C", { placement: { x: 0.1, y: 0.1 } }),
        card("D"),
      ),
    );
    expect(priorityText(list, (field) => `Felt ${field}`)).toBe("Felt 1\n1. A\n2. B\n\nFelt 4\n1. C");
  });
});

describe("the map's nine parts", () => {
  test("every part's own point lies in it, also when it's crowded", () => {
    for (const area of mapAreas) {
      const taken = [];
      for (let count = 0; count < 12; count++) {
        const point = pointInArea(area, taken);
        expect(areaOf(point)).toBe(area);
        taken.push(point);
      }
      const distinct = new Set(taken.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`));
      expect(distinct.size).toBe(12);
    }
  });

  test("edges belong to a part", () => {
    expect(areaOf({ x: 0, y: 0 })).toBe("north-west");
    expect(areaOf({ x: 1, y: 1 })).toBe("south-east");
    expect(areaOf({ x: 0.5, y: 0.5 })).toBe("centre");
  });
});

describe("one at a time", () => {
  const all = clustersOf(
    card("a", { createdAt: 1, placement: { x: 0, y: 0 } }),
    card("b", { createdAt: 2 }),
    card("c", { createdAt: 3, placement: { x: 0, y: 0 } }),
    card("d", { createdAt: 4 }),
  );
  test("begins with the oldest unplaced, goes on in order and round at the end", () => {
    expect(nextUnplaced(all, null)?.lead.name).toBe("b");
    expect(nextUnplaced(all, actorId("actor-b"))?.lead.name).toBe("d");
    expect(nextUnplaced(all, actorId("actor-c"))?.lead.name).toBe("d");
    expect(nextUnplaced(all, actorId("actor-d"))?.lead.name).toBe("b");
  });

  test("ends when none is left but the present one", () => {
    expect(nextUnplaced(clustersOf(card("only")), actorId("actor-only"))).toBeNull();
    expect(nextUnplaced([], null)).toBeNull();
  });

  test("goes on from a merged card that is not the lead", () => {
    const merged = clustersOf(
      card("a", { createdAt: 1 }),
      card("b", { createdAt: 2, mergedInto: actorId("actor-a") }),
      card("c", { createdAt: 3 }),
    );
    expect(nextUnplaced(merged, actorId("actor-b"))?.lead.name).toBe("c");
  });
});
