import type { ActorCategory } from "@faelleskort/shared/model/actor.ts";
import type { Rect } from "@faelleskort/client/canvas/geometry/rect.ts";

/** A card as every subject is given it; world units. */
export interface BenchCard extends Rect {
  readonly name: string;
  readonly category: ActorCategory;
}

const names = [
  "Biblioteket",
  "Fair Play",
  "Fædregruppen i Høje Gladsaxe",
  "Spejderne",
  "Boligrådet",
  "Naturvejlederen ved mosen",
  "Den boligsociale helhedsplan",
  "Klub Gyldenlund",
  "SSP-medarbejderen",
  "Kvindernes spisefællesskab torsdag",
  "Tryghedsvandrerne",
  "Gadeplan",
  "Kirkens ungdomscafé",
  "Skolen",
] as const;
const categories: readonly ActorCategory[] = ["institution", "association", "enthusiast", "place"];
const size = { width: 200, height: 128 } as const;
/** As our own wall lays them: a little air round each. */
const pitch = { x: 220, y: 148 } as const;

/** So many cards in rows, about as wide as a screen is to its height. */
export function benchCards(count: number): BenchCard[] {
  const columns = Math.ceil(Math.sqrt((count * pitch.y * 1.75) / pitch.x));
  return Array.from({ length: count }, (_, index) => ({
    name: `${names[index % names.length]} ${index}`,
    category: categories[(index * 7) % categories.length] ?? "place",
    x: (index % columns) * pitch.x,
    y: Math.floor(index / columns) * pitch.y,
    ...size,
  }));
}
