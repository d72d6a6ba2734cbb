import { describe, expect, it } from "vitest";
import { type SeenAs, type SightEvent, seenAfter } from "./first-sight.ts";

const events = {
  shownBare: { type: "shown", isEmpty: true },
  shown: { type: "shown", isEmpty: false },
  things: { type: "laid-out", isEmpty: false },
  nothing: { type: "laid-out", isEmpty: true },
  resized: { type: "resized" },
  moved: { type: "moved" },
  worked: { type: "worked" },
} satisfies Record<string, SightEvent>;

/** At which of these moments all of the sheet is shown, and how it is seen in the end. */
function story(...told: readonly (keyof typeof events)[]): { fits: string[]; seenAs: SeenAs } {
  let seenAs: SeenAs = "unseen";
  const fits: string[] = [];
  for (const name of told) {
    const step = seenAfter(seenAs, events[name]);
    ({ seenAs } = step);
    if (step.fits) fits.push(name);
  }
  return { fits, seenAs };
}

describe("HAND-11 a sheet is shown whole", () => {
  it("once, at first sight", () => {
    expect(story("things", "shown", "shown", "things")).toEqual({ fits: ["shown"], seenAs: "whole" });
  });

  it("when the first things come to bare paper, and not when more come", () => {
    expect(story("shownBare", "nothing", "things", "things")).toEqual({
      fits: ["shownBare", "things"],
      seenAs: "whole",
    });
    expect(story("shown", "nothing", "things").fits).toEqual(["shown", "things"]);
  });

  it("when the view gets another size", () => {
    expect(story("shownBare", "resized", "things", "resized").fits).toEqual([
      "shownBare",
      "resized",
      "things",
      "resized",
    ]);
  });

  it("at first sight also for whoever wrote before there was a view", () => {
    expect(story("worked", "things", "shown")).toEqual({ fits: ["shown"], seenAs: "whole" });
  });
});

describe("HAND-11 a sheet stays as it is shown", () => {
  it("from the first thing that one makes oneself", () => {
    expect(story("shownBare", "worked", "things", "resized")).toEqual({
      fits: ["shownBare"],
      seenAs: "own",
    });
  });

  it("from the first move of the view", () => {
    expect(story("shown", "moved", "resized", "nothing", "things").fits).toEqual(["shown"]);
    expect(story("moved", "shown").fits).toEqual([]);
  });
});
