import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { ReactNode } from "react";
import { Later } from "../../ui/Later.tsx";
import { ElementDialog, MarkDialog, NoteDialog, WhoCardDialog } from "./later.tsx";

interface OpenRecordProps {
  readonly record: RecordRef;
  readonly onClose: () => void;
}

/** One thing opened large. */
export function OpenRecord(props: OpenRecordProps): ReactNode {
  return (
    <Later>
      <RecordDialog {...props} />
    </Later>
  );
}

function RecordDialog({ record, onClose }: OpenRecordProps): ReactNode {
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
