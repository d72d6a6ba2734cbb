import type { ActorCategory } from "@faelleskort/shared/model/actor.ts";

/** Columns, people, spark, tree; a ring when nobody has chosen. Drawn on a 24 × 24 grid, filled. */
const marks: Readonly<Record<ActorCategory | "none", string>> = {
  institution:
    "M12 2L2.5 7.5V9h19V7.500zM4.500 10.500h2.500v7h-2.500zM10.750 10.500h2.500v7h-2.500zM17 10.500h2.500v7h-2.500zM2.500 19h19v2.500h-19z",
  association:
    "M8 4.500a3.200 3.200 0 1 1 0 6.400 3.200 3.200 0 0 1 0-6.400zM16.500 6a2.700 2.700 0 1 1 0 5.400 2.700 2.700 0 0 1 0-5.400zM1.500 20c.2-5 2.800-7.600 6.500-7.600s6.300 2.600 6.500 7.600zM16 20c0-3-.7-5.400-2-7 .8-.4 1.700-.6 2.600-.6 3.200 0 5.600 2.400 5.900 7.600z",
  enthusiast: "M12 1.500l2.600 7.900 7.900 2.600-7.900 2.600L12 22.500l-2.600-7.900L1.500 12l7.900-2.600z",
  place:
    "M12 1.500c4 0 7 3 7 6.700 0 3.600-2.600 6.400-5.700 6.900V22.500h-2.600v-7.400C7.600 14.600 5 11.800 5 8.200c0-3.700 3-6.700 7-6.700z",
  none: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm0 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11z",
};

/** A category's mark; its colour is the category's stripe unless the text around sets another. Say the word beside it. */
export function CategoryMark({
  category,
  size = 24,
}: {
  readonly category: ActorCategory | null;
  readonly size?: number;
}) {
  const key = category ?? "none";
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={marks[key]} fill={`var(--${key}-stripe)`} fillRule="evenodd" />
    </svg>
  );
}
