import { describe, expect, it } from "vitest";
import { foldName } from "./duplicates.ts";

describe("foldName", () => {
  it.each([
    ["Fædregruppen", "FAEDRE gruppen"],
    ["Bydelsmødrene", "bydelsmoedrene"],
    ["Århus Vej Klub", "aarhusvej"],
    ["Boldklubben", "Bold"],
    ["Somalisk Forening", "somalisk"],
    ["Foreningen Nørden", "noerden"],
    ["Café René", "cafe rene"],
  ])("holds %s and %s for alike", (one, other) => expect(foldName(one)).toBe(foldName(other)));

  it.each([
    ["Biblioteket", "Skolen"],
    ["Fair Play", "Fair Trade"],
    ["Klub", "Forening"],
  ])("keeps %s and %s apart", (one, other) => expect(foldName(one)).not.toBe(foldName(other)));

  it("keeps something of a name that is only a kind of thing", () =>
    expect(foldName("Klubben")).toBe("klubben"));
});
