import { PictureIdSchema } from "@faelleskort/shared/model/ids.ts";
import { err, ok } from "@faelleskort/shared/model/result.ts";
import type { FastifyInstance } from "fastify";
import * as v from "valibot";
import { fileName, workshopFile } from "../../exports/workshop-file.ts";
import { fillWorkshop, keepPicture, showPicture } from "../../workshops/filling.ts";
import type { Context } from "../context.ts";
import { mountForMembers, problem, withWorkshop } from "../mount.ts";
import { routes } from "./table.ts";

/** Pictures, and the workshop as a file. */
export async function fileRoutes(app: FastifyInstance, context: Context): Promise<void> {
  // A scope of its own: only here are bodies taken as they are, whatever they call themselves; the header tells what they are.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    mountForMembers(scope, context, routes.putPicture, ({ workshopId, body }) =>
      withWorkshop(context, workshopId, async (workshop) => {
        const kept = await keepPicture(context, workshopId, body);
        if (!kept.ok) return problem(kept.error);
        await showPicture(workshop, kept.value, context.clock);
        return ok({ picture: kept.value });
      }),
    );
  });

  mountForMembers(app, context, routes.readPicture, async ({ workshopId, request, reply }) => {
    const params = v.safeParse(v.object({ pictureId: PictureIdSchema }), request.params);
    if (!params.success) return problem("not-found");
    const picture = await context.store.readPicture(workshopId, params.output.pictureId);
    if (picture === null) return problem("not-found");
    reply
      .type(picture.type)
      .header("cache-control", "private, max-age=31536000, immutable")
      // Opened by itself it is a page of ours: one that may do nothing.
      .header("content-security-policy", "sandbox; default-src 'none'");
    return ok(Buffer.from(picture.bytes));
  });

  mountForMembers(app, context, routes.exportJson, ({ workshopId, reply }) =>
    withWorkshop(context, workshopId, async (workshop) => {
      // A file shouldn't hold what a crash could still take away.
      await Promise.all([workshop.board.saved(), workshop.room("stage").saved()]);
      const { stage } = workshop;
      const picture = stage.picture && (await context.store.readPicture(workshopId, stage.picture.id));
      const file = workshopFile(stage, workshop.board.doc, picture, context.clock.now());
      reply.header("content-disposition", `attachment; filename="${fileName(stage.title, "json")}"`);
      return ok(file);
    }),
  );

  mountForMembers(app, context, routes.import, ({ workshopId, body }) =>
    withWorkshop(context, workshopId, async (workshop) => {
      const filled = await fillWorkshop(context, workshop, body);
      if (!filled.ok) return err({ code: filled.error });
      const { actors, marks, notes } = body.board;
      return ok({ actors: actors.length, marks: marks.length, notes: notes.length });
    }),
  );
}
