import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spliceBetween } from "./text-diff.ts";

// Few letters, so that prefixes and suffixes are shared; 🙂 and 🙃 share their first code unit, 🙂 and 🨂 their last.
const text = fc.string({ unit: fc.constantFrom("a", "å", "🙂", "🙃", "🨂"), maxLength: 8 });
const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

describe("spliceBetween", () => {
  it("turns any text into any other, and never cuts a surrogate pair", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const splice = spliceBetween(before, after) ?? { index: 0, remove: 0, insert: "" };
        const kept = before.slice(0, splice.index);
        const tail = before.slice(splice.index + splice.remove);
        expect(kept + splice.insert + tail).toBe(after);
        for (const part of [kept, splice.insert, tail]) expect(part).not.toMatch(lone);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps emoji whole that share half their code units", () => {
    expect(spliceBetween("🙂", "🙃")).toEqual({ index: 0, remove: 2, insert: "🙃" });
    expect(spliceBetween("a", "a")).toBeNull();
  });
});
