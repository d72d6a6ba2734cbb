import { createHash, timingSafeEqual } from "node:crypto";
import { ok } from "@faelleskort/shared/model/result.ts";
import type { Invite } from "@faelleskort/shared/protocol/http.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { addressKey } from "../../policies/address.ts";
import { findInvite, isTyped, showInvite } from "../../workshops/inviting.ts";
import { joinBy } from "../../workshops/joining.ts";
import { openWorkshop } from "../../workshops/opening.ts";
import type { Invite as StoredInvite } from "../../workshops/ports.ts";
import type { Context } from "../context.ts";
import { meOf } from "../me.ts";
import { mountOpen, problem, withWorkshop } from "../mount.ts";
import { findMember, setSessionCookie } from "../session-cookie.ts";
import { routes } from "./table.ts";

/** Where links lead: PUBLIC_URL, else the address the caller used. */
export const linkBase = (context: Pick<Context, "config">, request: FastifyRequest): string =>
  context.config.publicUrl ?? `${request.protocol}://${request.host}`;

/** The ways in: making a workshop, looking at an invite, joining. */
export function entryRoutes(app: FastifyInstance, context: Context): void {
  mountOpen(app, routes.create, async ({ body, request }) => {
    const keyProblem = checkCreateKey(context, request, body.createKey, body.programmeId !== undefined);
    if (keyProblem !== null) return problem(keyProblem);
    const opened = await openWorkshop(context, body);
    if (!opened.ok) {
      if (opened.error === "template-not-available") return problem(opened.error);
      const issues = [{ path: "programmeId", message: "expected a programme that exists" }];
      return { ok: false, error: { code: "invalid-input", issues } };
    }
    const { workshopId, programmeId, invites } = opened.value;
    const base = linkBase(context, request);
    const byRole = Object.fromEntries(
      invites.map((invite): [string, Invite] => [invite.role, showInvite(context.keys, base, invite)]),
    );
    return ok({ workshopId, programmeId, invites: byRole });
  });

  mountOpen(app, routes.preview, async ({ body, request }) => {
    const invite = await inviteFor(context, request, body.invite);
    if (typeof invite === "string") return problem(invite);
    const { workshopId, role } = invite;
    const member = await findMember(context.store, request, workshopId);
    const me = member.ok ? await meOf(context, member.value) : null;
    return await withWorkshop(context, workshopId, async ({ stage: { title, area, locale } }) =>
      ok({ workshopId, title, area, locale, role, me }),
    );
  });

  mountOpen(app, routes.join, async ({ body, request, reply }) => {
    const invite = await inviteFor(context, request, body.invite);
    if (typeof invite === "string") return problem(invite);
    const before = await findMember(context.store, request, invite.workshopId);
    const joined = await joinBy(context, invite, body, before.ok ? before.value : null);
    if (joined === null) return problem("unknown-invite");
    const { workshopId, participantId, role } = joined.session;
    setSessionCookie(context, request, reply, workshopId, joined.token);
    return ok({ workshopId, participantId, role });
  });
}

/**
 * The invite somebody brings. Wrong ones are counted by address; when there were too many, nothing that can be typed is
 * looked up any more (the right one neither: else guessing would go on), while links, which nobody guesses, still work.
 */
async function inviteFor(
  context: Context,
  request: FastifyRequest,
  text: string,
): Promise<StoredInvite | "unknown-invite" | "too-many-requests"> {
  const address = addressKey(request.ip);
  if (isTyped(text) && context.wrongInvites.isUsedUp(address)) return "too-many-requests";
  const invite = await findInvite(context, text);
  if (invite !== null) return invite;
  context.counters.wrongInvites += 1;
  context.wrongInvites.count(address);
  return context.wrongInvites.isUsedUp(address) && isTyped(text) ? "too-many-requests" : "unknown-invite";
}

function checkCreateKey(
  { config: { createKey }, wrongCreateKeys }: Context,
  request: FastifyRequest,
  given: string | undefined,
  namesProgramme: boolean,
): "create-key-needed" | "too-many-requests" | null {
  if (createKey === null || namesProgramme) return null;
  const address = addressKey(request.ip);
  if (wrongCreateKeys.isUsedUp(address)) return "too-many-requests";
  const hash = (text: string): Buffer => createHash("sha256").update(text, "utf8").digest();
  if (given !== undefined && timingSafeEqual(hash(given), hash(createKey))) return null;
  if (given !== undefined) wrongCreateKeys.count(address);
  return "create-key-needed";
}
