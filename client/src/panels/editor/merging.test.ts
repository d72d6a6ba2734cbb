import { actorId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, test } from "vitest";
import { joinedAnswers } from "../list/joined-answers.ts";
import { card, clustersOf } from "../testing/cluster.ts";
import { leadOf } from "./lead-of.ts";
import { similarTo } from "./similar.ts";

const answers = (activities: string) => ({ activities, partners: "", contribution: "" });

describe("which card leads when equal ones become one", () => {
  test("the one on a who-card, then the one with most answers, then the oldest", () => {
    const [a, b, c] = clustersOf(
      card("a", { createdAt: 1 }),
      card("b", { createdAt: 2, answers: answers("Fodbold") }),
      card("c", { createdAt: 3, onWhoCard: true }),
    );
    if (!a || !b || !c) throw new Error("three cards were made");
    expect(leadOf([a, b, c])).toBe(c);
    expect(leadOf([a, b])).toBe(b);
    expect(leadOf([a, { ...a, id: actorId("actor-x") }])).toBe(a);
    expect(leadOf([])).toBeUndefined();
  });
});

test("cards alike are suggested for the open one, but not itself", () => {
  const all = clustersOf(
    card("a", { name: "Fædregruppen" }),
    card("b", { name: "faedre gruppen" }),
    card("c", { name: "SSP" }),
  );
  const [a, , c] = all;
  if (!a || !c) throw new Error("three cards were made");
  expect(similarTo(a, all).map(({ lead }) => lead.name)).toEqual(["faedre gruppen"]);
  expect(similarTo(c, all)).toEqual([]);
});

test("the answers of all merged cards are read together, each once", () => {
  const [merged] = clustersOf(
    card("a", { answers: answers("Fodbold") }),
    card("b", { mergedInto: actorId("actor-a"), answers: answers(" Fodbold ") }),
    card("c", { mergedInto: actorId("actor-a"), answers: answers("Klub"), createdAt: 1 }),
  );
  expect(merged && joinedAnswers(merged, "activities")).toBe("Fodbold\nKlub");
  expect(merged && joinedAnswers(merged, "partners")).toBe("");
});
