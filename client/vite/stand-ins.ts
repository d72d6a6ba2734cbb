import { fileURLToPath } from "node:url";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What our sources and packages import, and what they get instead: in the build, in the dev server and in tests. */
export const standIns = [
  // Everything is written to React's interface, and runs on Preact, which is a tenth of its size.
  { find: /^react(-dom)?$/, replacement: "preact/compat" },
  { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
  { find: /^react\/jsx-(dev-)?runtime$/, replacement: "preact/jsx-runtime" },
  { find: /^lib0\/logging$/, replacement: here("./plain-logging.ts") },
  { find: /^lib0\/broadcastchannel$/, replacement: here("./no-broadcast.ts") },
];
