import { readStage, writeStage } from "@faelleskort/shared/doc/stage.ts";
import { plannedRound1, round1 } from "@faelleskort/shared/method/round1.ts";
import { inviteId, programmeId, type WorkshopId, workshopId } from "@faelleskort/shared/model/ids.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import { roles } from "@faelleskort/shared/model/roles.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import type { CreateWorkshop } from "@faelleskort/shared/protocol/http.ts";
import * as Y from "yjs";
import { newInvite, type InvitingParts, withFreeCode } from "./inviting.ts";
import { type Invite, StoreRefused } from "./ports.ts";
import { randomId } from "./random-id.ts";

export interface OpenedWorkshop {
  readonly workshopId: WorkshopId;
  readonly programmeId: Stage["programmeId"];
  readonly invites: readonly Invite[];
}

/** Makes a workshop with an empty board, the template's plan on its stage, and one invite for each role. */
export async function openWorkshop(
  parts: InvitingParts,
  wanted: CreateWorkshop,
): Promise<Result<OpenedWorkshop, "template-not-available" | "no-such-programme">> {
  const [firstStep] = round1;
  if (wanted.template !== "round-1" || firstStep === undefined) return err("template-not-available");
  const { store, clock, randomness } = parts;
  const { title, area, template, locale } = wanted;
  const id = workshopId(randomId(randomness));
  const programme = wanted.programmeId ?? programmeId(randomId(randomness));
  const stage: Stage = {
    title,
    area,
    template,
    locale,
    programmeId: programme,
    steps: plannedRound1(),
    currentStep: firstStep.id,
    timer: { state: "idle" },
    locked: false,
    summons: null,
    writing: { mode: "open", reveals: 0 },
    focus: null,
    picture: null,
    freeSheets: [],
  };
  const snapshots = { board: Y.encodeStateAsUpdate(new Y.Doc()), stage: stageSnapshot(stage) };
  const inviteIds = roles.map((role) => ({ role, id: inviteId(randomId(randomness)) }));
  try {
    const invites = await withFreeCode(async (attempt) => {
      const made = inviteIds.map((invite) => newInvite(parts, invite.id, id, invite.role, attempt));
      await store.createWorkshop({
        id,
        programme: { type: wanted.programmeId === undefined ? "new" : "existing", id: programme },
        title,
        area,
        template,
        locale,
        createdAt: clock.now(),
        invites: made,
        snapshots,
      });
      return made;
    });
    return ok({ workshopId: id, programmeId: programme, invites });
  } catch (error) {
    if (error instanceof StoreRefused && error.code === "no-such-programme") return err("no-such-programme");
    throw error;
  }
}

function stageSnapshot(stage: Stage): Uint8Array {
  const doc = new Y.Doc();
  writeStage(doc, stage, null);
  if (readStage(doc) === null) throw new Error("a new stage doesn't fit its own schema");
  return Y.encodeStateAsUpdate(doc);
}
