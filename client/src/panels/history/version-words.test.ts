import { plannedRound1 } from "@faelleskort/shared/method/round1.ts";
import { expect, test } from "vitest";
import { countsText, versionTime, versionTitle } from "./version-words.ts";

const t = (id: string, values: Readonly<Record<string, string | number>> = {}) =>
  [id, ...Object.values(values)].join(" ");
const steps = plannedRound1();
const step = steps[2]?.id;
if (step === undefined) throw new Error("round 1 has no third step");

test("a version goes by its name, its step, or what it was kept for", () => {
  expect(versionTitle(t, steps, { kind: "step", name: null, step })).toBe("1.3 steps.1-3.title");
  expect(versionTitle(t, steps, { kind: "asked", name: "Før pausen", step })).toBe("Før pausen");
  expect(versionTitle(t, steps, { kind: "asked", name: null, step })).toBe("history.asked");
  expect(versionTitle(t, steps, { kind: "before-restore", name: null, step })).toBe("history.before-restore");
  expect(versionTitle(t, steps, { kind: "restored", name: "Før pausen", step })).toBe(
    "history.restored Før pausen",
  );
  // A step that is no longer in the plan still has the method's name.
  expect(versionTitle(t, [], { kind: "step", name: null, step })).toBe("1.3 steps.1-3.title");
});

test("the day is told when it isn't today's", () => {
  const at = new Date(2026, 10, 22, 9, 5).getTime();
  expect(versionTime("da", at, at + 60_000)).toBe("09.05");
  expect(versionTime("en", at, at + 86_400_000)).toContain("22 Nov");
});

test("only what there is is counted", () => {
  expect(countsText(t, { actors: 3, marks: 0, notes: 1, elements: 0 })).toBe(
    "history.count.actors 3 · history.count.notes 1",
  );
  expect(countsText(t, { actors: 0, marks: 0, notes: 0, elements: 0 })).toBe("history.count.none");
});
