/**
 * Colours of people's cursors and names: dark enough for white letters (4.5:1), and told apart by their names, never by
 * colour alone. An index is in everybody's presence.
 */
export const peopleColours = [
  "#0B5C6B",
  "#8A3FA0",
  "#A4452C",
  "#2F5FB5",
  "#2E6F45",
  "#9C2F62",
  "#6B5300",
  "#4A4FA3",
  "#7A4A2B",
  "#00695C",
  "#B3203F",
  "#44606B",
] as const;

export const peopleColour = (index: number): string =>
  peopleColours[index % peopleColours.length] ?? peopleColours[0];
