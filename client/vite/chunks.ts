/** What of the module graph is read; Rolldown's `ChunkingContext` has it. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

export interface ChunkEntries {
  /** The first script of every page, and the applications and pages that are loaded after it; absolute paths. */
  readonly first: string;
  readonly light: string;
  readonly phone: string;
  readonly board: readonly string[];
  /** What opens a workshop, whatever shows it. */
  readonly workshop: string;
}

/**
 * Says which file a module goes into, so that a phone fetches four files and not twenty: each file is compressed by itself,
 * and many small ones are a good deal larger in all. Nobody gets a module they don't need: `first` is what the first script
 * imports at once, with what both applications share; `light` what else the light one imports; `form` what the phone's form
 * shares with the board and what opens a workshop; `workshop` what else opens one. All else is left to the bundler.
 */
export function chunkNames(entries: ChunkEntries): (id: string, graph: Graph) => string | null {
  const starts = Object.values(entries).flat();
  let reached: Readonly<Record<keyof ChunkEntries, ReadonlySet<string>>> | null = null;
  return (id, graph) => {
    reached ??= {
      first: reachedFrom([entries.first], graph),
      light: reachedFrom([entries.light], graph),
      phone: reachedFrom([entries.phone], graph),
      board: reachedFrom(entries.board, graph),
      workshop: reachedFrom([entries.workshop], graph),
    };
    const { first, light, phone, board, workshop } = reached;
    if (starts.includes(id)) return null;
    if (first.has(id) || (light.has(id) && board.has(id))) return "first";
    if (light.has(id)) return "light";
    if (phone.has(id)) return board.has(id) || workshop.has(id) ? "form" : null;
    return workshop.has(id) ? "workshop" : null;
  };
}

/** Modules and all that they import at once, directly or not. */
function reachedFrom(entries: readonly string[], graph: Graph): ReadonlySet<string> {
  const reached = new Set(entries);
  for (const id of reached) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  return reached;
}
