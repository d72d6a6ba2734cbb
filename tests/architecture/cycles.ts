import type { ImportGraph } from "./graph.ts";

/**
 * Finds files that import each other in a ring, types included: two files that need each other's types are one noun.
 * Dynamic imports don't count, since they run after both are loaded.
 * @returns one ring per strongly connected group, as the paths in order
 */
export function cyclesIn(graph: ImportGraph): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { from, kind, to } of graph.edges) {
    if (kind === "dynamic" || to.type !== "file" || !graph.filesByPath.has(to.path)) continue;
    next.set(from, [...(next.get(from) ?? []), to.path]);
  }
  const done = new Set<string>();
  const rings: string[][] = [];
  const trail: string[] = [];
  const visit = (path: string): void => {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) {
      rings.push([...trail.slice(seenAt), path]);
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const target of next.get(path) ?? []) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of graph.filesByPath.keys()) visit(path);
  return rings;
}

/**
 * The shortest chain of static imports from a file to a package, as the paths and at last the package; undefined when
 * there is none. Types and dynamic imports load nothing, so they aren't followed.
 */
export function chainToPackage(
  graph: ImportGraph,
  from: string,
  packages: readonly string[],
): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  const queue = [from];
  for (const path of queue) {
    for (const { kind, to } of graph.edges.filter((edge) => edge.from === path)) {
      if (kind !== "static") continue;
      if (to.type === "package" && packages.includes(to.name)) return [...trailTo(path, cameFrom), to.name];
      if (to.type === "file" && !cameFrom.has(to.path)) {
        cameFrom.set(to.path, path);
        queue.push(to.path);
      }
    }
  }
  return undefined;
}

function trailTo(path: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const previous = cameFrom.get(path);
  return previous === undefined ? [path] : [...trailTo(previous, cameFrom), path];
}
