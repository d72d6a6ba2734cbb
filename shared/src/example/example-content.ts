import type { ActorCategory, Answers } from "../model/actor.ts";
import type { MarkKind } from "../model/mark.ts";

/** An actor card of an example, before it has an id. `key` names it inside the example only. */
export interface ExampleActor {
  readonly key: string;
  readonly name: string;
  /** The organisation or role that wrote the card; never a person. */
  readonly author: string;
  /** Questions nobody has answered yet are left out. */
  readonly answers: Partial<Answers>;
  /** [how interesting for us, how interested], both 0…1 with the second growing upwards; left out while unplaced. */
  readonly placement?: readonly [number, number];
  /** The key of an older card of the same actor, which this one is merged into. */
  readonly mergeInto?: string;
}

/** Cards that hang together on the wall. */
export interface ExampleGroup {
  /** Written on the note beside the group. */
  readonly heading: string;
  readonly category: ActorCategory;
  readonly actors: readonly ExampleActor[];
}

/** A loose card has its own category, or none. */
export interface ExampleLooseActor extends ExampleActor {
  readonly category: ActorCategory | null;
}

export interface ExampleMark {
  readonly kind: MarkKind;
  readonly title: string;
  readonly text: string;
  readonly author: string;
  /** Fractions of the picture's width and height, from its top left corner. */
  readonly at: readonly [number, number];
}
