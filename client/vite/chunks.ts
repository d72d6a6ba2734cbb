/** What of the module graph is read; Rolldown's `ChunkingContext` has it. */
interface Graph {
  getModuleInfo(
    id: string,
  ): { readonly importedIds: readonly string[]; readonly dynamicallyImportedIds: readonly string[] } | null;
}

export interface ChunkEntries {
  /** The first script of every page, and the applications and pages that are loaded after it; absolute paths. */
  readonly first: string;
  readonly light: string;
  readonly phone: string;
  readonly board: readonly string[];
  /** The same for the big screen, which has the canvas and none of the panels. */
  readonly projector: readonly string[];
  /** What opens a workshop, whatever shows it. */
  readonly workshop: string;
}

/**
 * Says which file a module goes into, so that a phone or a board fetches a few files and not twenty: each is asked for and
 * compressed by itself, and many small ones are slower and a good deal larger in all. Nobody gets a module they don't need: `first` is what the first script
 * imports at once, with what both applications share; `light` what else the light one imports; `form` what the phone's form
 * shares with the board and what opens a workshop; `workshop` what else opens one; `canvas` what the board shares with the big
 * screen; `board` what else it opens with and no phone ever asks for. All else is left to the bundler.
 */
export function chunkNames(entries: ChunkEntries): (id: string, graph: Graph) => string | null {
  const starts = Object.values(entries).flat();
  let reached: Readonly<Record<keyof ChunkEntries | "phoneEver", ReadonlySet<string>>> | null = null;
  return (id, graph) => {
    reached ??= {
      first: reachedFrom([entries.first], graph),
      light: reachedFrom([entries.light], graph),
      phone: reachedFrom([entries.phone], graph),
      board: reachedFrom(entries.board, graph),
      workshop: reachedFrom([entries.workshop], graph),
      projector: reachedFrom(entries.projector, graph),
      phoneEver: reachedFrom([entries.phone], graph, "ever"),
    };
    const { first, light, phone, board, workshop, projector, phoneEver } = reached;
    if (starts.includes(id)) return null;
    if (first.has(id) || (light.has(id) && board.has(id))) return "first";
    if (light.has(id)) return "light";
    if (phone.has(id)) return board.has(id) || workshop.has(id) ? "form" : null;
    if (workshop.has(id)) return "workshop";
    if (board.has(id) && !phoneEver.has(id)) return projector.has(id) ? "canvas" : "board";
    return null;
  };
}

/** Modules and all that they import, directly or not: at once, or also what they fetch later. */
function reachedFrom(
  entries: readonly string[],
  graph: Graph,
  when: "at once" | "ever" = "at once",
): ReadonlySet<string> {
  const reached = new Set(entries);
  for (const id of reached) {
    const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
    for (const next of importedIds) reached.add(next);
    if (when === "ever") for (const next of dynamicallyImportedIds) reached.add(next);
  }
  return reached;
}
