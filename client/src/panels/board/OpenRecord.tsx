import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { ReactNode } from "react";
import { ElementDialog } from "../editor/ElementDialog.tsx";
import { MarkDialog } from "../editor/MarkDialog.tsx";
import { NoteDialog } from "../editor/NoteDialog.tsx";
import { WhoCardDialog } from "../editor/WhoCardDialog.tsx";

/** One thing opened large. */
export function OpenRecord({
  record,
  onClose,
}: {
  readonly record: RecordRef;
  readonly onClose: () => void;
}): ReactNode {
  switch (record.record) {
    case "actor":
      return <WhoCardDialog key={record.id} actor={record.id} onClose={onClose} />;
    case "mark":
      return <MarkDialog key={record.id} mark={record.id} onClose={onClose} />;
    case "note":
      return <NoteDialog key={record.id} note={record.id} onClose={onClose} />;
    case "element":
      return <ElementDialog key={record.id} element={record.id} onClose={onClose} />;
  }
}
