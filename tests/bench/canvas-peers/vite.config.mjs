import { defineConfig } from "vite";

/** Two static pages, as their makers' documentation says to build them for production. */
export default defineConfig({
  define: { "process.env.IS_PREACT": JSON.stringify("false") },
  oxc: { jsx: { runtime: "automatic" } },
  build: {
    target: "es2023",
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: { input: { tldraw: "tldraw.html", excalidraw: "excalidraw.html" } },
  },
});
