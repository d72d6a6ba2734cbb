import { chainToPackage } from "./cycles.ts";
import { isTest, type Edge, type ImportGraph } from "./graph.ts";

/** A rule on what some files may import from outside the repository, and why. */
interface OutsideRule {
  readonly files: RegExp;
  /** The packages (and `node:…`) that are allowed, or those that are not. */
  readonly only?: readonly string[];
  readonly never?: readonly string[];
  readonly because: string;
}

const rules: readonly OutsideRule[] = [
  {
    files: /^shared\/src\/doc\//,
    only: ["yjs", "lib0", "valibot"],
    because: "shared is pure: it runs in every browser and on the server",
  },
  {
    files: /^shared\/src\/protocol\//,
    only: ["lib0", "valibot"],
    because: "the protocol knows bytes, not documents",
  },
  {
    files: /^shared\/src\/(?!doc\/|protocol\/)/,
    only: ["valibot"],
    because: "only shared/doc knows Yjs",
  },
  {
    files: /^server\/src\/(workshops|policies)\//,
    never: ["fastify", "ws", "node:fs", "node:fs/promises", "node:sqlite", "node:worker_threads"],
    because: "rooms and rules do no IO; it is injected",
  },
  {
    // Rules may ask node:net whether a text is an address; rooms have no reason to.
    files: /^server\/src\/workshops\//,
    never: ["node:net", "node:http", "node:timers/promises"],
    because: "rooms do no IO; it is injected",
  },
  {
    files: /^client\/src\/canvas\/(geometry|gestures)\//,
    never: ["konva", "react", "react-konva", "react-dom"],
    because: "geometry and gestures are decided without a screen",
  },
];

/** What the phone's form must never load. */
const canvasPackages = ["konva", "react-konva"];
const phoneStarts = /^client\/src\/(phone\/|app\/(main\.ts|light-app\.tsx|PhoneWorkshop\.tsx)$)/;

/** Every import from outside that its rule doesn't allow; empty when all is well. */
export function wrongOutsideImports(graph: ImportGraph): readonly string[] {
  return graph.edges.flatMap((edge) => {
    if (isTest(edge.from)) return [];
    return rules.flatMap((rule) => brokenBy(edge, rule));
  });
}

/**
 * Every chain of static imports by which the phone's form, or the first script every page loads, would load the
 * canvas library.
 */
export function phoneReachingCanvas(graph: ImportGraph): readonly string[] {
  const starts = [...graph.filesByPath.keys()].filter((path) => phoneStarts.test(path) && !isTest(path));
  return starts.flatMap((path) => {
    const chain = chainToPackage(graph, path, canvasPackages);
    return chain === undefined ? [] : [chain.join(" → ")];
  });
}

function brokenBy(edge: Edge, rule: OutsideRule): readonly string[] {
  if (!rule.files.test(edge.from)) return [];
  if (edge.to.type !== "package" && edge.to.type !== "node") return [];
  const { name } = edge.to;
  const allowed = rule.only?.includes(name) ?? rule.never?.includes(name) === false;
  return allowed ? [] : [`${edge.at} imports ${name}: ${rule.because}`];
}
