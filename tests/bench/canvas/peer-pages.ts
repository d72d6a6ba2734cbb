import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { benchCards } from "./cards.ts";

const folder = fileURLToPath(new URL("../canvas-peers/", import.meta.url));
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Builds the peers' pages from what is installed. @throws with the builder's output when that fails */
export async function buildPeerPages(): Promise<void> {
  const vite = join(folder, "node_modules/vite/bin/vite.js");
  const child = spawn(process.execPath, [vite, "build", "--logLevel", "error"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  let output = "";
  const keep = (chunk: unknown): void => {
    output += String(chunk);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  if (code !== 0) throw new Error(`the peers' pages can't be built:\n${output}`);
}

export interface PeerPages {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built pages, their fonts, and the cards they show, on this machine only. */
export async function servePeerPages(): Promise<PeerPages> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (pathname === "/cards.json") {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(benchCards(Number(searchParams.get("cards")))));
      return;
    }
    const path = normalize(decodeURIComponent(pathname));
    // Excalidraw looks for its fonts beside its page.
    const file = path.startsWith("/fonts/")
      ? join(folder, "node_modules/@excalidraw/excalidraw/dist/prod", path)
      : join(folder, "dist", path);
    void send(file);

    async function send(name: string): Promise<void> {
      const found = await stat(name).catch(() => null);
      if (!found?.isFile()) {
        response.writeHead(404).end();
        return;
      }
      response.setHeader("content-type", types[extname(name)] ?? "application/octet-stream");
      createReadStream(name).pipe(response);
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
