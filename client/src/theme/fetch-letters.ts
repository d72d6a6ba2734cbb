import { tokens } from "./tokens.ts";

/**
 * Has the typeface fetched before anything is written in it: the canvas measures all its texts with it, and would measure and paint
 * everything once more when it comes later.
 */
export function fetchLetters({ fonts }: Document): void {
  for (const weight of [400, 600]) {
    // Without it, the system's own letters are used.
    fonts.load(`${weight} 16px ${tokens.type.family}`).catch(() => {});
  }
}
