/**
 * Sizes of content. Characters are UTF-16 code units, as JavaScript and Yjs count them. Network and rate limits
 * are the server's (`server/src/policies/limits.ts`).
 */
export const contentLimits = {
  /** An actor's name: the longest Danish association names are about 90 letters. */
  actorName: 200,
  /** One answer on a who-card: two handwritten pages. */
  answer: 4_000,
  /** Title of a mark on the map. */
  markTitle: 200,
  /** Explanation of a mark. */
  markText: 4_000,
  /** A sticky note. */
  note: 2_000,
  /** Author label: name and organisation together. */
  authorLabel: 120,
  personName: 60,
  organisation: 80,
  workshopTitle: 120,
  area: 120,
  /** A step renamed by the facilitator. */
  stepTitle: 120,
  /** A free sheet's title: it stands on a tab. */
  sheetTitle: 40,
  /** Free sheets of one workshop. */
  freeSheets: 20,
  /** Texts, shapes, frames, pictures, strokes and connectors in one board. */
  elements: 5_000,
  /** Pictures of one workshop. */
  pictures: 60,
  /** Numbers of one stroke, two for each point: simplified, a minute of drawing is a few hundred. */
  strokeNumbers: 2_000,
  /** Things moved, locked or recoloured by one command. */
  freeBatch: 15_000,
  /** Cards, marks and notes in one board: ten times a full day. */
  records: 10_000,
  /** Lines taken from one paste. */
  pastedLines: 300,
  /** How far from the origin something can lie on a wall, in board units. */
  coordinate: 1_000_000,
} as const;
