import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { sendProblem } from "./problem.ts";

/** Paths that are never a page. */
const isService = (path: string): boolean => /^\/(?:api|sync|assets)(?:\/|$)/.test(path);
/** A page's address has no dot in its last part; a file's has. */
const isPage = (path: string): boolean => !/\.[^/]*$/.test(path);

/** Serves the built client from `directory`, and its index page for every address that is a page of it. */
export async function clientFiles(app: FastifyInstance, directory: string | null): Promise<void> {
  const isBuilt = directory !== null && existsSync(join(directory, "index.html"));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: directory,
      index: ["index.html"],
      dotfiles: "ignore",
      cacheControl: false,
      preCompressed: true,
      setHeaders(response, path) {
        // The build puts a hash of its content into the name of everything under assets/.
        const isHashed = path.includes("/assets/");
        response.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "/";
    const isGet = request.method === "GET" || request.method === "HEAD";
    if (isService(path) || !isGet || !isPage(path)) return sendProblem(request, reply, { code: "not-found" });
    if (isBuilt) return reply.sendFile("index.html");
    return reply
      .code(503)
      .type("text/plain; charset=utf-8")
      .send("The pages haven't been built yet. Start the server with: npx pnpm@12 start\n");
  });
}
