import { ok } from "@faelleskort/shared/model/result.ts";
import { VersionIdSchema } from "@faelleskort/shared/model/version-id.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import * as v from "valibot";
import type { Context } from "../context.ts";
import { mountForMembers, problem, withWorkshop } from "../mount.ts";
import { routes } from "./table.ts";

const ParamsSchema = v.object({ versionId: VersionIdSchema });
const versionOf = ({ params }: FastifyRequest) => v.safeParse(ParamsSchema, params);

/** Older versions of the board: everybody may look at them, facilitators keep them and bring them back. */
export function versionRoutes(app: FastifyInstance, context: Context): void {
  const { versions } = context;

  mountForMembers(app, context, routes.versions, async ({ workshopId }) =>
    ok({ versions: await versions.list(workshopId) }),
  );

  mountForMembers(app, context, routes.keepVersion, ({ workshopId, session, body }) =>
    withWorkshop(context, workshopId, async (workshop) => {
      const step = workshop.stage.currentStep;
      const kept = await versions.keep(workshop, {
        kind: "asked",
        name: body.name,
        step,
        by: session.label,
      });
      return kept.ok ? ok({ version: kept.value }) : problem(kept.error);
    }),
  );

  mountForMembers(app, context, routes.readVersion, async ({ workshopId, request }) => {
    const params = versionOf(request);
    if (!params.success) return problem("no-such-version");
    const found = await versions.read(workshopId, params.output.versionId);
    return found === null ? problem("no-such-version") : ok({ version: found.version, ...found.content });
  });

  mountForMembers(app, context, routes.restoreVersion, ({ workshopId, session, request }) =>
    withWorkshop(context, workshopId, async (workshop) => {
      const params = versionOf(request);
      if (!params.success) return problem("no-such-version");
      const restored = await versions.restore(workshop, params.output.versionId, session.label);
      return restored.ok ? ok({ before: restored.value }) : problem(restored.error);
    }),
  );
}
