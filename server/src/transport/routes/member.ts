import { ok } from "@faelleskort/shared/model/result.ts";
import { decideStage } from "@faelleskort/shared/commands/decide-stage.ts";
import type { InviteId } from "@faelleskort/shared/model/ids.ts";
import type { FastifyInstance } from "fastify";
import { activeInvites, renewInvite, revokeInvite, showInvite } from "../../workshops/inviting.ts";
import type { LiveWorkshop } from "../../workshops/live-workshop.ts";
import type { Context } from "../context.ts";
import { meOf } from "../me.ts";
import { mountForMembers, problem, withWorkshop } from "../mount.ts";
import { linkBase } from "./entry.ts";
import { routes } from "./table.ts";

/** What a member asks and does, but for files. */
export function memberRoutes(app: FastifyInstance, context: Context): void {
  mountForMembers(app, context, routes.me, async ({ session }) => {
    const me = await meOf(context, session);
    return me === null ? problem("not-found") : ok(me);
  });

  mountForMembers(app, context, routes.invites, async ({ workshopId, session, request }) => {
    const invites = await activeInvites(context.store, workshopId);
    // Everybody in the room may show the way in; only facilitators can make others facilitators or observers.
    const shown = invites.filter(({ role }) => session.role === "facilitator" || role === "participant");
    const base = linkBase(context, request);
    return ok({ invites: shown.map((invite) => showInvite(context.keys, base, invite)) });
  });

  mountForMembers(app, context, routes.command, ({ workshopId, body: command, request }) =>
    withWorkshop(context, workshopId, async (workshop) => {
      switch (command.type) {
        case "invite.revoke": {
          const revoked = await revokeInvite(context, workshopId, command.invite);
          if (!revoked.ok) return problem(revoked.error);
          dropInvites(workshop, revoked.value);
          break;
        }
        case "invite.renew":
          dropInvites(workshop, await renewInvite(context, workshopId, command.role));
          break;
        default: {
          const decided = decideStage(workshop.stage, command, context.clock.now());
          if (!decided.ok) return problem(decided.error);
          const { currentStep, writing } = workshop.stage;
          await workshop.writeStage(decided.value);
          if (decided.value.currentStep !== currentStep) {
            const sendsDrafts = decided.value.writing.reveals > writing.reveals;
            context.stepVersions.ended(workshopId, currentStep, sendsDrafts);
          }
          return ok({ done: true });
        }
      }
      const base = linkBase(context, request);
      const invites = await activeInvites(context.store, workshopId);
      return ok({ done: true, invites: invites.map((invite) => showInvite(context.keys, base, invite)) });
    }),
  );
}

function dropInvites(workshop: LiveWorkshop, ids: readonly InviteId[]): void {
  for (const id of ids) workshop.dropInvite(id);
}
