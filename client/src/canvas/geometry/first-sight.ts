/**
 * How this person has seen a sheet so far. "unseen": not at all. "bare": all of it, and nothing lay on it. "whole": all of it, with
 * what lay there. "own": they moved the view, or had something in hand or wrote there; from then on it is theirs.
 */
export type SeenAs = "unseen" | "bare" | "whole" | "own";

export type SightEvent =
  /** A frame in which the sheet can be seen. */
  | { readonly type: "shown"; readonly isEmpty: boolean }
  /** Things came, went or changed. */
  | { readonly type: "laid-out"; readonly isEmpty: boolean }
  /** The view was made larger or smaller. */
  | { readonly type: "resized" }
  /** This person moved the view, or was called elsewhere. */
  | { readonly type: "moved" }
  /** This person has something in hand, chose or wrote something. */
  | { readonly type: "worked" };

export interface SightStep {
  readonly seenAs: SeenAs;
  /** All of the sheet is to be shown now. */
  readonly fits: boolean;
}

/**
 * Whether a sheet shows itself whole by itself: when it is seen first, when the first things come to bare paper (those of a board that
 * is still loading, too), and when the view gets another size. Never once it is this person's own: what they write themselves would
 * move away from under their hand.
 */
export function seenAfter(seenAs: SeenAs, event: SightEvent): SightStep {
  switch (event.type) {
    case "shown":
      return seenAs === "unseen" ? { seenAs: asFound(event), fits: true } : stays(seenAs);
    case "laid-out":
      if (seenAs !== "bare" && seenAs !== "whole") return stays(seenAs);
      return { seenAs: asFound(event), fits: seenAs === "bare" && !event.isEmpty };
    case "resized":
      return { seenAs, fits: seenAs === "bare" || seenAs === "whole" };
    case "moved":
      return stays("own");
    case "worked":
      // Nobody has put the view anywhere yet: it needs a place first.
      return stays(seenAs === "unseen" ? "unseen" : "own");
  }
}

const asFound = ({ isEmpty }: { readonly isEmpty: boolean }): SeenAs => (isEmpty ? "bare" : "whole");

const stays = (seenAs: SeenAs): SightStep => ({ seenAs, fits: false });
