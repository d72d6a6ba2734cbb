import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import * as v from "valibot";
import { sendProblem } from "./problem.ts";

/** What the build says a page needs, by its address; `client/vite/head-starts.ts` writes it. */
const HeadStartsSchema = v.array(
  v.object({
    path: v.pipe(
      v.string(),
      v.transform((path) => new RegExp(path)),
    ),
    link: v.string(),
  }),
);
type HeadStarts = v.InferOutput<typeof HeadStartsSchema>;

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
  const headStarts = isBuilt ? await readHeadStarts(join(directory, "head-starts.json")) : [];
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0] ?? "/";
    const isGet = request.method === "GET" || request.method === "HEAD";
    if (isService(path) || !isGet || !isPage(path)) return sendProblem(request, reply, { code: "not-found" });
    if (isBuilt) {
      // So that the page's scripts are on their way while it is still being read.
      const start = headStarts.find(({ path: of }) => of.test(path));
      if (start) reply.header("link", start.link);
      return reply.sendFile("index.html");
    }
    return reply
      .code(503)
      .type("text/plain; charset=utf-8")
      .send("The pages haven't been built yet. Start the server with: npx pnpm@12 start\n");
  });
}

/** None when the build wrote none: pages work without. */
async function readHeadStarts(file: string): Promise<HeadStarts> {
  if (!existsSync(file)) return [];
  return v.parse(HeadStartsSchema, JSON.parse(await readFile(file, "utf8")));
}
