import type { RecordKey } from "@faelleskort/shared/doc/keep-records.ts";
import { lockKey } from "@faelleskort/shared/doc/keys.ts";
import type { DocumentState, Site } from "./document-state.ts";

/** Looks at where one update writes and deletes, for somebody who may not change what is locked. */
export class LockCheck {
  readonly #state: DocumentState;
  readonly #touched = new Map<string, RecordKey>();
  #isForbidden = false;

  constructor(state: DocumentState) {
    this.#state = state;
  }

  /** Something no client of ours does without the right to: a lock was set or taken off, or a locked record replaced or removed. */
  get isForbidden(): boolean {
    return this.#isForbidden;
  }

  /** The locked records that would be changed. */
  get touched(): readonly RecordKey[] {
    return [...this.#touched.values()];
  }

  look(site: Site): void {
    const { container, key } = site;
    if (container.type === "gone") return;
    if (container.type === "record" && key === lockKey) this.#isForbidden = true;
    const record = this.#state.lockedAt(site);
    if (record === null) return;
    if (container.type === "root") this.#isForbidden = true;
    else this.#touched.set(`${record.root} ${record.id}`, record);
  }
}
