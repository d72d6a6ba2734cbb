/** The cards to show, as the bench made them: `{name, category, x, y, width, height}`, world units. */
export async function fetchCards() {
  const response = await fetch(`/cards.json${location.search}`);
  if (!response.ok) throw new Error(`no cards: ${response.status}`);
  return response.json();
}

/** Resolves when what was asked for before has been painted. */
export const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });

/** Moves some cards every 50 ms, each round its own place, as other people do; returns how to stop. */
export function moveEvery50Ms(move) {
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const angle = (performance.now() - startedAt) / 400;
    move({ x: 60 * Math.sin(angle), y: 40 * Math.cos(angle) - 40 });
  }, 50);
  return () => clearInterval(timer);
}
