import { actorId, participantId } from "@faelleskort/shared/model/ids.ts";
import type { Presence } from "@faelleskort/shared/protocol/presence.ts";
import { expect, test } from "vitest";
import { typistsById } from "./typists.ts";
import { draftsOf, initials, presentPeople } from "./present.ts";

const presence = (key: string, part: Partial<Presence> = {}): Presence => ({
  participantId: participantId(`person-${key}`),
  role: "participant",
  label: key,
  color: 0,
  device: "board",
  sheet: null,
  cursor: null,
  drag: [],
  editing: null,
  drafts: 0,
  ...part,
});

test("one person with two windows is one person, and their drafts count once", () => {
  const people = presentPeople(presence("a", { drafts: 3, sheet: "wall" }), [
    presence("a", { drafts: 3, device: "phone" }),
    presence("b", { drafts: 2 }),
  ]);
  expect(people.map(({ label, devices, sheet }) => [label, devices, sheet])).toEqual([
    ["a", ["board", "phone"], "wall"],
    ["b", ["board"], null],
  ]);
  expect(draftsOf(people)).toBe(5);
});

test("facilitators stand first, and the big screen is nobody", () => {
  const people = presentPeople(presence("a"), [
    presence("z", { role: "facilitator" }),
    presence("screen", { role: "observer", device: "projector" }),
  ]);
  expect(people.map(({ label }) => label)).toEqual(["z", "a"]);
});

test("initials are of the first two words, whatever the script", () => {
  expect(initials("Anne, Biblioteket")).toBe("AB");
  expect(initials("SSP")).toBe("S");
  expect(initials("مكتبة الحي")).toHaveLength(2);
  expect(initials(" – ")).toBe("?");
});

test("who writes on a card is told once, however many windows they have", () => {
  const id = actorId("actor-1");
  const writing = { editing: { record: "actor", id, field: "name" } } as const;
  const byId = typistsById(
    [
      presence("Bo", writing),
      presence("Bo", writing),
      presence("unnamed", { ...writing, label: " " }),
      presence("away"),
    ],
    "Nogen",
  );
  expect([...byId]).toEqual([[id, "Bo, Nogen"]]);
});
