import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";

/** What every list can ask of the page. */
export interface ListProps {
  /** Opens something large. */
  readonly onOpen: (ref: RecordRef) => void;
}
