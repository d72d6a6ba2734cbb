import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { type PictureId, PictureIdSchema } from "@faelleskort/shared/model/ids.ts";
import { err, ok } from "@faelleskort/shared/model/result.ts";
import { exportBoard, type ExportScope, picturesOf } from "@faelleskort/shared/protocol/export.ts";
import type { FastifyInstance } from "fastify";
import * as v from "valibot";
import { fileName, workshopFile } from "../../exports/workshop-file.ts";
import { pictureLimits } from "../../policies/limits.ts";
import { fillWorkshop, showPicture } from "../../workshops/filling.ts";
import { keepPicture } from "../../workshops/pictures.ts";
import { pooledVersions } from "../../workshops/pooled-versions.ts";
import type { Context } from "../context.ts";
import { type Answer, type MemberCall, mountForMembers, problem, withWorkshop } from "../mount.ts";
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
    mountForMembers(scope, context, routes.addPicture, ({ workshopId, body, session }) =>
      withWorkshop(context, workshopId, async (workshop) => {
        if (!workshop.mayWriteBoard(session.role).may) return problem("board-not-writable");
        const most = { pictures: pictureLimits.perWorkshop, bytes: pictureLimits.bytes };
        const kept = await keepPicture(context, workshopId, body, most);
        return kept.ok ? ok({ picture: kept.value }) : problem(kept.error);
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

  const sendFile = ({ workshopId, reply }: MemberCall<null>, scope: ExportScope): Promise<Answer> =>
    withWorkshop(context, workshopId, async (workshop) => {
      // A file shouldn't hold what a crash could still take away.
      await Promise.all([workshop.board.saved(), workshop.room("stage").saved()]);
      const { stage } = workshop;
      const board = exportBoard(readBoard(workshop.board.doc), scope);
      const read = (id: PictureId) => context.store.readPicture(workshopId, id);
      const picture = stage.picture && (await read(stage.picture.id));
      const pictures = await Promise.all(picturesOf(board).map(read));
      const versions =
        scope === "all"
          ? await pooledVersions(context.versions, workshopId, stage.picture?.id ?? null)
          : null;
      const file = workshopFile({ stage, board, picture, pictures, versions }, context.clock.now(), scope);
      const name = fileName(stage.title, scope === "all" ? "backup.json" : "json");
      reply.header("content-disposition", `attachment; filename="${name}"`);
      return ok(file);
    });
  mountForMembers(app, context, routes.exportJson, (member) => sendFile(member, "living"));
  mountForMembers(app, context, routes.backup, (member) => sendFile(member, "all"));

  mountForMembers(app, context, routes.import, ({ workshopId, body }) =>
    withWorkshop(context, workshopId, async (workshop) => {
      const filled = await fillWorkshop(context, workshop, body, (versions) =>
        context.versions.take(workshopId, versions),
      );
      if (!filled.ok) return err({ code: filled.error });
      const { actors, marks, notes, elements } = body.board;
      const living = (records: readonly { deleted: boolean }[]) =>
        records.filter(({ deleted }) => !deleted).length;
      return ok({
        actors: living(actors),
        marks: living(marks),
        notes: living(notes),
        elements: living(elements),
      });
    }),
  );
}
