import { openLink } from "@faelleskort/client/session/provider.ts";
import { isAllSaved } from "@faelleskort/client/session/receipts.ts";
import { participantId } from "@faelleskort/shared/model/ids.ts";
import type { Presence } from "@faelleskort/shared/protocol/presence.ts";
import { syncBase } from "@faelleskort/shared/protocol/routes.ts";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import type { Guest } from "../../contracts/running-app.ts";
import { seatedSocket } from "../../kit/seated-socket.ts";

/** Somebody at work without a screen, over the product's own connection; comes, goes, and comes again as the same person. */
export class Editor {
  /** Whose name the script's updates for this person carry, whichever document they come by. */
  readonly client: number;
  readonly #label: string;
  readonly #url: string;
  readonly #guest: Guest;
  #here: { doc: Y.Doc; awareness: Awareness; link: ReturnType<typeof openLink> } | null = null;

  constructor(number: number, url: string, guest: Guest) {
    this.client = 1_000_000 + number;
    this.#label = `Person ${number}, Biblioteket`;
    this.#url = url;
    this.#guest = guest;
  }

  come(): void {
    const doc = new Y.Doc();
    const awareness = new Awareness(doc);
    const link = openLink({
      base: `${this.#url.replace("http", "ws")}${syncBase(this.#guest.workshopId)}`,
      name: "board",
      doc,
      awareness,
      WebSocket: seatedSocket({ cookie: this.#guest.cookie, origin: this.#url }),
    });
    this.#here = { doc, awareness, link };
    this.show({ x: 0, y: 0 }, []);
  }

  leave(): void {
    if (!this.#here) return;
    this.#here.link.close();
    this.#here.awareness.destroy();
    this.#here.doc.destroy();
    this.#here = null;
  }

  apply(update: Uint8Array): void {
    if (this.#here) Y.applyUpdate(this.#here.doc, update, "own");
  }

  /** What the others see of this person: where they are, and what they drag there. */
  show(cursor: Presence["cursor"], drag: Presence["drag"]): void {
    const presence: Presence = {
      participantId: participantId(this.#guest.participantId),
      role: this.#guest.role,
      label: this.#label,
      color: this.client % 8,
      device: "board",
      sheet: "wall",
      cursor,
      drag,
      editing: null,
      drafts: 0,
    };
    this.#here?.awareness.setLocalState(presence);
  }

  /** Whether all that was done here is saved, and all of these people's work has come here. */
  hasAll(clocks: ReadonlyMap<number, number>): boolean {
    if (!this.#here) return false;
    const { link, doc } = this.#here;
    const { synced, receipts, unsentEdit } = link.state.get();
    if (!synced || !isAllSaved(receipts) || unsentEdit) return false;
    const own = Y.decodeStateVector(Y.encodeStateVector(doc));
    return [...clocks].every(([client, clock]) => (own.get(client) ?? 0) >= clock);
  }
}
