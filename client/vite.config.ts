import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { catalogues } from "./vite/catalogues.ts";
import { chunkNames } from "./vite/chunks.ts";
import { headStarts } from "./vite/head-starts.ts";
import { pdfDecoders } from "./vite/pdf-decoders.ts";
import { standIns } from "./vite/stand-ins.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const source = (path: string): string => here(`./src/${path}`);
/** The typeface that canvases are painted with. */
const letters = ["ibm-plex-sans-latin-400", "ibm-plex-sans-latin-600"];

const devServer = `http://127.0.0.1:${process.env["PORT"] ?? "3000"}`;

/** The one page of the product. Its Content-Security-Policy is strict, so nothing may end up inline. */
export default defineConfig({
  root: here("."),
  plugins: [
    catalogues(here("./src/i18n/catalogues")),
    pdfDecoders(),
    headStarts(here("./index.html"), [
      {
        path: "^/w/[^/]+/?$",
        modules: ["app/board-app.tsx", "panels/BoardPage.tsx", "app/open-workshop.ts"].map(source),
        letters,
      },
      {
        path: "^/w/[^/]+/projector/?$",
        modules: ["app/board-app.tsx", "projector/ProjectorPage.tsx", "app/open-workshop.ts"].map(source),
        letters,
      },
      {
        path: "^/w/[^/]+/phone/?$",
        modules: ["app/light-app.tsx", "app/PhoneWorkshop.tsx", "app/open-workshop.ts"].map(source),
      },
      { path: "^/join/?$", modules: ["app/light-app.tsx", "app/pages/JoinPage.tsx"].map(source) },
    ]),
  ],
  resolve: { alias: standIns },
  // Only for `npx pnpm@12 dev`, which starts our own server on PORT beside this one.
  server: {
    proxy: {
      "/api": { target: devServer },
      "/sync": { target: devServer, ws: true },
    },
  },
  build: {
    outDir: here("./dist"),
    emptyOutDir: true,
    target: "es2023",
    assetsDir: "assets",
    // data: addresses are barred by the policy, so even the smallest file stays a file.
    assetsInlineLimit: 0,
    // Every supported browser preloads modules itself; the polyfill would only be more to load.
    modulePreload: { polyfill: false },
    cssCodeSplit: true,
    sourcemap: true,
    // Which file needs which: read by the tests that hold the phone's form to its size.
    manifest: true,
    rolldownOptions: {
      input: { index: here("./index.html"), "service-worker": here("./src/app/service-worker.ts") },
      output: {
        // A service worker answers for the pages beside and below it, under an address that never changes.
        entryFileNames: ({ name }) =>
          name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash].js",
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              debugName: "what several pages share",
              name: chunkNames({
                first: source("app/main.ts"),
                light: source("app/light-app.tsx"),
                phone: source("app/PhoneWorkshop.tsx"),
                workshop: source("app/open-workshop.ts"),
                board: [source("app/board-app.tsx"), source("panels/BoardPage.tsx")],
                projector: [source("app/board-app.tsx"), source("projector/ProjectorPage.tsx")],
              }),
            },
          ],
        },
      },
    },
    // Konva and the PDF reader are large by nature and loaded only where they're used.
    chunkSizeWarningLimit: 1500,
  },
});
