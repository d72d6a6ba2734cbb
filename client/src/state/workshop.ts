import type { BoardCommand, BoardRejection } from "@faelleskort/shared/commands/board-command.ts";
import type { Change } from "@faelleskort/shared/commands/change.ts";
import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { mayWriteBoard } from "@faelleskort/shared/commands/permission.ts";
import type { WorkshopCommand } from "@faelleskort/shared/commands/stage-command.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { ActorId } from "@faelleskort/shared/model/ids.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import type { Presence } from "@faelleskort/shared/protocol/presence.ts";
import type { ActorCluster } from "@faelleskort/shared/views/clusters.ts";
import { followClusters } from "@faelleskort/shared/views/follow-clusters.ts";
import type { SmallStorage } from "../session/remembered.ts";
import type { Session } from "../session/session.ts";
import { derived, type Source } from "../session/source.ts";
import { peopleColours } from "../theme/people.ts";
import { createHistory, type History } from "./history.ts";
import { foldChanges } from "./fold-changes.ts";
import { createNotices, type Notices } from "./notices.ts";
import { colorIndex, createPresence, type PresenceHub } from "./presence.ts";
import { createPrivacyGuard, type PrivacyGuard } from "./privacy.ts";
import type { Timers } from "./timers.ts";
import { routeCommand } from "./routing.ts";
import { createWithheldTexts, type WithheldTexts } from "./withheld.ts";

/** Why something a person did to the board didn't happen; each has a sentence under `rejections.*`. */
export type Rejection =
  | BoardRejection
  | "locked"
  | "observer"
  | "still-a-draft"
  /** Its words look personal: `privacy` says which. */
  | "personal-ask"
  | "personal-stop";

/** A workshop as the screens see it: what to show, and what can be done. Knows nothing of React or of the canvas. */
export interface Workshop {
  readonly session: Session;
  /** The board everybody shares. */
  readonly board: Source<BoardSnapshot>;
  /** The board with this person's own drafts laid on it: what this person's canvas and lists show. */
  readonly visible: Source<BoardSnapshot>;
  /** The shared board's actors as the meeting sees them. */
  readonly clusters: Source<readonly ActorCluster[]>;
  readonly visibleClusters: Source<readonly ActorCluster[]>;
  readonly mayWrite: Source<boolean>;
  readonly presence: PresenceHub;
  readonly history: History;
  readonly notices: Notices;
  readonly privacy: PrivacyGuard;
  /** What fields hold that may not be sent. */
  readonly withheld: WithheldTexts;
  readonly timers: Timers;
  /** One gesture: all of it happens, as one step for undo, or none of it. */
  dispatch(commands: readonly BoardCommand[]): Result<void, Rejection>;
  /** Asks the server to change the workshop's course. */
  run(command: WorkshopCommand): ReturnType<Session["api"]["command"]>;
  /** Lets go of what was built here; the session stays its owner's. */
  close(): void;
}

export interface WorkshopOptions {
  readonly session: Session;
  readonly device: Presence["device"];
  readonly timers: Timers;
  /** The tab's own storage, which ends with it; asked for when needed. */
  readonly tabStorage: () => SmallStorage;
}

export function createWorkshop({ session, device, timers, tabStorage }: WorkshopOptions): Workshop {
  const { me, board: doc, boardReader: reader, stage, drafts, api, clock } = session;
  const board: Source<BoardSnapshot> = {
    get: () => reader.get(),
    subscribe: (listener) => reader.subscribe(() => listener()),
  };
  const visible = derived([board, drafts.list], () => overlay(board.get(), session));
  const boardClusters = lazily(board, followClusters());
  const clustersWithDrafts = followClusters();
  // Nearly always nobody has drafts.
  const visibleClusters = lazily(visible, (shown) =>
    shown === board.get() ? boardClusters.get() : clustersWithDrafts(shown),
  );
  const mayWrite = derived([stage], () => writeVerdict(session) === null);
  const author = { label: me.label, participantId: me.participantId };
  const history = createHistory({ board: doc, snapshot: () => reader.get(), role: me.role });
  const notices = createNotices(timers);
  const privacy = createPrivacyGuard(() => visible.get());
  const withheld = createWithheldTexts(
    tabStorage,
    `faelleskort.withheld.${me.workshopId}.${me.participantId}`,
  );
  const presence = createPresence(
    session.awareness,
    {
      participantId: me.participantId,
      role: me.role,
      label: me.label,
      color: colorIndex(me.participantId, peopleColours.length),
      device,
      sheet: null,
      cursor: null,
      drag: [],
      editing: null,
      drafts: drafts.list.get().length,
    },
    timers,
  );
  const stopCounting = drafts.list.subscribe(() => presence.set({ drafts: drafts.list.get().length }));

  return {
    session,
    board,
    visible,
    clusters: boardClusters,
    visibleClusters,
    mayWrite,
    presence,
    history,
    notices,
    privacy,
    withheld,
    timers,
    dispatch(commands) {
      const objection = privacy.objectionTo(commands);
      if (objection) return err(`personal-${objection.kind}` as const);
      const routing = {
        isDraft: (id: ActorId) => drafts.has(id),
        isPrivate: stage.get()?.writing.mode === "private",
      };
      const now = clock.now();
      const before = reader.get();
      let snapshot = before;
      const changes: Change[] = [];
      const forDrafts: BoardCommand[] = [];
      for (const command of commands) {
        const routed = routeCommand(command, routing);
        if (!routed) return err("still-a-draft");
        if (routed.drafts) forDrafts.push(routed.drafts);
        if (!routed.board) continue;
        const barred = writeVerdict(session);
        if (barred) return err(barred);
        const decision = decideBoard(snapshot, routed.board, { author, now, role: me.role });
        if (!decision.ok) return decision;
        changes.push(...decision.value);
        if (commands.length > 1) snapshot = foldChanges(snapshot, decision.value);
      }
      for (const command of forDrafts) {
        const written = drafts.dispatch(command);
        if (!written.ok) return written;
      }
      history.write(before, changes);
      return ok(undefined);
    },
    run: (command) => api.command(me.workshopId, command),
    close() {
      stopCounting();
      notices.close();
      presence.close();
      history.close();
      mayWrite.close();
      visible.close();
    },
  };
}

/** Why this person may not write the board right now; null when they may. Before the stage is known, only the role counts. */
function writeVerdict({ me, stage }: Session): "locked" | "observer" | null {
  const verdict = mayWriteBoard(me.role, stage.get() ?? { locked: false });
  return verdict.may ? null : verdict.reason;
}

function overlay(board: BoardSnapshot, { drafts }: Session): BoardSnapshot {
  const own = drafts.list.get();
  if (own.length === 0) return board;
  const actorsById = new Map(board.actorsById);
  for (const draft of own) if (!actorsById.has(draft.id)) actorsById.set(draft.id, draft);
  return { ...board, actorsById };
}

/** A view computed when it is asked for, once per change of its source. */
function lazily<A, B>(source: Source<A>, view: (value: A) => B): Source<B> {
  let last: { readonly from: A; readonly value: B } | null = null;
  return {
    get() {
      const from = source.get();
      last = last?.from === from ? last : { from, value: view(from) };
      return last.value;
    },
    subscribe: (listener) => source.subscribe(listener),
  };
}
