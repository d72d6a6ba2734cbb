import type { FastifyInstance } from "fastify";
import { addressKey } from "../policies/address.ts";
import { httpLimits, jsonLimits } from "../policies/limits.ts";
import { isWithinBounds } from "./json-bounds.ts";
import { ProblemError } from "./problem.ts";

/** How JSON bodies are read, and how much of large bodies may be on its way at once: all of it is held in memory. */
export function bodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser<string>("application/json", { parseAs: "string" }, (request, body, done) => {
    if (isWithinBounds(body, jsonLimits)) return parse(request, body, done);
    done(new ProblemError({ code: request.routeOptions.config.unreadable ?? "invalid-input" }));
  });

  const underWay = new Weights();
  app.addHook("onRequest", async (request, reply) => {
    const { bodyLimit } = request.routeOptions;
    // Without a length it may be as much as is allowed. What is longer than that is refused before it is read.
    const declared = Number(request.headers["content-length"] ?? bodyLimit);
    const bytes = Math.min(declared, bodyLimit);
    if (request.method === "GET" || !(bytes > httpLimits.countedBody)) return;
    const address = addressKey(request.ip);
    const isTooMuch =
      underWay.total + bytes > httpLimits.bodiesAtOnce ||
      underWay.of(address) + bytes > httpLimits.bodiesAtOncePerAddress;
    if (isTooMuch) throw new ProblemError({ code: "too-many-requests" });
    underWay.add(address, bytes);
    reply.raw.once("close", () => underWay.add(address, -bytes));
  });
}

/** Bytes by address. */
class Weights {
  readonly #byAddress = new Map<string, number>();
  total = 0;

  of(address: string): number {
    return this.#byAddress.get(address) ?? 0;
  }

  add(address: string, bytes: number): void {
    this.total += bytes;
    const sum = this.of(address) + bytes;
    if (sum === 0) this.#byAddress.delete(address);
    else this.#byAddress.set(address, sum);
  }
}
