import { type WriteVerdict, mayWriteBoard } from "@faelleskort/shared/commands/permission.ts";
import { observeStage, readStage, writeStage } from "@faelleskort/shared/doc/stage.ts";
import type { InviteId } from "@faelleskort/shared/model/ids.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { closeCode, type CloseCode } from "@faelleskort/shared/protocol/close-codes.ts";
import type { DocumentKind, StoredDocument, WorkshopRecord } from "./ports.ts";
import { Room, type RoomParts } from "./room.ts";

export interface LiveWorkshopParts extends Pick<
  RoomParts,
  "store" | "timers" | "counters" | "onFailed" | "onTrouble"
> {
  readonly record: WorkshopRecord;
  readonly documents: Readonly<Record<DocumentKind, StoredDocument>>;
}

/** One workshop in memory: the rooms of its two documents. They are loaded, dropped and closed together. */
export class LiveWorkshop {
  readonly record: WorkshopRecord;
  readonly board: Room;
  readonly #stageRoom: Room;
  readonly #stopObserving: () => void;
  #stage: Stage;
  #hasFailed = false;

  /** @throws when the stored stage can't be read: the server wrote it, so that is a defect or a damaged store */
  constructor({ record, documents, onFailed, ...parts }: LiveWorkshopParts) {
    this.record = record;
    const failOnce = (error: unknown): void => {
      if (this.#hasFailed) return;
      this.#hasFailed = true;
      this.#stopObserving();
      this.board.abandon();
      this.#stageRoom.abandon();
      onFailed(error);
    };
    const room = (kind: DocumentKind, mayWrite: RoomParts["mayWrite"]): Room =>
      new Room({
        ...parts,
        workshopId: record.id,
        kind,
        stored: documents[kind],
        mayWrite,
        onFailed: failOnce,
      });
    this.#stageRoom = room("stage", () => ({ may: false, reason: "observer" }));
    this.board = room("board", ({ role }) => this.mayWriteBoard(role));
    const stage = readStage(this.#stageRoom.doc);
    if (stage === null) throw new Error("the stage of this workshop can't be read");
    this.#stage = stage;
    this.#stopObserving = observeStage(this.#stageRoom.doc, (next) => {
      this.#stage = next;
      this.board.permissionsChanged();
    });
  }

  /** As of the last command taken, which may still be on its way to disk. */
  get stage(): Stage {
    return this.#stage;
  }

  get connectionCount(): number {
    return this.board.connections.size + this.#stageRoom.connections.size;
  }

  room(kind: DocumentKind): Room {
    switch (kind) {
      case "board":
        return this.board;
      case "stage":
        return this.#stageRoom;
    }
  }

  mayWriteBoard(role: Role): WriteVerdict {
    return mayWriteBoard(role, this.#stage);
  }

  /** Resolves once the new stage is on disk. */
  async writeStage(stage: Stage): Promise<void> {
    await this.#stageRoom.write((doc) => writeStage(doc, stage, null));
  }

  /** Ends the connections of those who came by an invite. */
  dropInvite(id: InviteId): void {
    for (const room of [this.board, this.#stageRoom]) {
      room.drop(closeCode.sessionEnded, "the invitation was revoked", ({ inviteId }) => inviteId === id);
    }
  }

  drop(code: CloseCode, reason: string): void {
    this.board.drop(code, reason);
    this.#stageRoom.drop(code, reason);
  }

  /** Saves what there is and closes; connections stay open for their last receipts until `drop`. */
  async close(): Promise<void> {
    this.#stopObserving();
    await Promise.all([this.board.close(), this.#stageRoom.close()]);
  }
}
