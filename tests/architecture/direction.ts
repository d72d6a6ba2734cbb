import { isTest, type Edge, type ImportGraph } from "./graph.ts";

/**
 * Which folders of a package each of its folders may import from, besides itself. The order is that of
 * ARCHITECTURE.md's table read as layers: what is below knows nothing of what is above it. A single file may be named
 * where its folder as a whole isn't allowed. A folder that isn't named here fails the test, so that a new one gets its place on purpose.
 */
export const allowedFolders: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  shared: {
    model: [],
    method: ["model"],
    privacy: ["model"],
    // Decisions read the board through views: which cards are alike, which field a position is in.
    views: ["model", "method"],
    commands: ["model", "method", "views"],
    // Writes what commands decided; the only folder that knows how Yjs keeps it.
    doc: ["model", "method", "commands"],
    protocol: ["model", "method", "commands"],
    // Made of commands alone: the example is loaded the way people work.
    example: ["model", "method", "commands"],
  },
  server: {
    config: [],
    // One rule per file; of the rooms they know the ports only (the clock).
    policies: ["config", "workshops/ports.ts"],
    workshops: ["config", "policies"],
    // Ports are stated by the workshops; storage and bus fulfil them.
    storage: ["config", "workshops"],
    bus: ["config", "workshops"],
    // Programs beside the server, on the same files.
    backup: ["config", "storage"],
    exports: ["config", "workshops"],
    transport: ["config", "policies", "workshops", "exports"],
    "system.ts": ["workshops"],
    "app.ts": ["config", "policies", "workshops", "storage", "bus", "exports", "transport"],
    "serve.ts": [
      "system.ts",
      "config",
      "policies",
      "workshops",
      "storage",
      "bus",
      "exports",
      "transport",
      "app.ts",
    ],
    "main.ts": ["serve.ts"],
    // Only the development server knows it.
    inspector: ["config", "workshops", "transport"],
    "dev-server.ts": ["inspector", "serve.ts"],
    launch: ["config"],
    "start.ts": ["config", "launch", "main.ts"],
    "dev.ts": ["config", "launch"],
  },
  client: {
    theme: [],
    session: [],
    // Presence hands out the people's colours, which are data of the theme.
    state: ["theme", "session"],
    i18n: ["session", "state"],
    // Buttons, fields, dialogs: what every screen is made of.
    ui: ["theme", "session", "state", "i18n"],
    canvas: ["theme", "session", "state", "i18n"],
    sheets: ["theme", "session", "state", "i18n", "ui", "canvas"],
    panels: ["theme", "session", "state", "i18n", "ui", "canvas", "sheets"],
    phone: ["theme", "session", "state", "i18n", "ui", "panels"],
    projector: ["theme", "session", "state", "i18n", "ui", "canvas", "sheets", "panels"],
    app: ["theme", "session", "state", "i18n", "ui", "canvas", "sheets", "panels", "phone", "projector"],
  },
};

/** What each package may import of our other packages. */
const allowedPackages: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  server: ["shared"],
  client: ["shared"],
  tests: ["shared", "server", "client"],
};

/** Where a file stands: its package, its folder right below `src` (or itself, when it lies there), its path in `src`. */
interface Place {
  readonly pkg: string;
  readonly layer: string;
  readonly inside: string;
}

function placeOf(path: string): Place | undefined {
  const match = /^(shared|server|client)\/src\/(([^/]+).*)$/.exec(path);
  const [, pkg, inside, layer] = match ?? [];
  if (pkg === undefined || inside === undefined || layer === undefined) return undefined;
  return { pkg, layer, inside };
}

/** Every import that goes the wrong way, between packages or inside one; empty when all is well. */
export function wrongDirections(graph: ImportGraph): readonly string[] {
  return graph.edges.flatMap((edge) => {
    const reason = wrongDirection(edge);
    return reason === undefined ? [] : [`${edge.at} ${reason}`];
  });
}

/** Folders (and files right in `src`) that have no place in the table yet. */
export function unplacedLayers(graph: ImportGraph): readonly string[] {
  const unplaced = new Set<string>();
  for (const path of graph.filesByPath.keys()) {
    const place = placeOf(path);
    if (place === undefined || isTest(path) || path.endsWith(".d.ts")) continue;
    if (allowedFolders[place.pkg]?.[place.layer] === undefined) {
      unplaced.add(`${place.pkg}/src/${place.layer}`);
    }
  }
  return [...unplaced];
}

function wrongDirection({ from, to }: Edge): string | undefined {
  if (to.type !== "file") return undefined;
  const fromPackage = packageOf(from);
  const toPackage = packageOf(to.path);
  if (isTest(to.path) && !from.startsWith("tests/")) return `imports a test: ${to.path}`;
  if (fromPackage !== toPackage) {
    // The tools that build the client belong to nobody's package; only tests and configurations reach them.
    if (allowedPackages[fromPackage]?.includes(toPackage) === true) return undefined;
    return `imports ${to.path}: ${fromPackage} must not know ${toPackage}`;
  }
  // A test beside its file may build its world with any folder of its package.
  if (isTest(from)) return undefined;
  const here = placeOf(from);
  const there = placeOf(to.path);
  if (here === undefined || there === undefined || here.layer === there.layer) return undefined;
  const allowed = allowedFolders[here.pkg]?.[here.layer] ?? [];
  if (allowed.includes(there.layer) || allowed.includes(there.inside)) return undefined;
  return `imports ${to.path}: ${here.layer} must not know ${there.layer}`;
}

function packageOf(path: string): string {
  return path.split("/", 1)[0] ?? path;
}
