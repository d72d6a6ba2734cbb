import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { digestOf } from "../config/digest.ts";
import type { Session, Store } from "../workshops/ports.ts";
import type { Context } from "./context.ts";

/** One cookie for each workshop, so that a browser can be in several. */
const prefix = "fk_";
const cookieName = (id: WorkshopId): string => `${prefix}${id}`;
const day = 24 * 60 * 60;
/** Seconds. A mapping's rounds lie months apart. */
const lifetime = 180 * day;
/** How many other workshops' cookies are looked at to tell a stranger from a guest of another workshop. */
const othersLookedAt = 5;

const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

async function sessionOf(store: Store, token: string | undefined): Promise<Session | null> {
  if (token === undefined || !tokenPattern.test(token)) return null;
  return await store.findSession(digestOf(token));
}

/** The request's session in a workshop. `wrong-workshop`: it has one, but for another. */
export async function findMember(
  store: Store,
  request: FastifyRequest,
  id: WorkshopId,
): Promise<Result<Session, "no-session" | "wrong-workshop">> {
  const session = await sessionOf(store, request.cookies[cookieName(id)]);
  if (session?.workshopId === id) return ok(session);
  if (session !== null) return err("wrong-workshop");
  const others = Object.entries(request.cookies).filter(([name]) => name.startsWith(prefix));
  const found = await Promise.all(
    others.slice(0, othersLookedAt).map(([, token]) => sessionOf(store, token)),
  );
  return err(found.some((other) => other !== null) ? "wrong-workshop" : "no-session");
}

/** Scripts can't read it, other sites' requests don't carry it, and under https it never leaves in the clear. */
export function setSessionCookie(
  context: Pick<Context, "config">,
  request: FastifyRequest,
  reply: FastifyReply,
  id: WorkshopId,
  token: string,
): void {
  const isSecure = request.protocol === "https" || context.config.publicUrl?.startsWith("https:") === true;
  reply.setCookie(cookieName(id), token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
    maxAge: lifetime,
  });
}
