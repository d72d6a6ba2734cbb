import { type Ref, useImperativeHandle, useRef } from "react";
import { useSource } from "../state/use-source.ts";
import styles from "./canvas.module.css";
import { useColourScheme, useForcedColours } from "./colour-scheme.ts";
import type { CanvasEngine } from "./engine/canvas-engine.ts";
import { handleOf } from "./handle.ts";
import { InlineEditor } from "./InlineEditor.tsx";
import { Minimap } from "./Minimap.tsx";
import { PlacedText } from "./PlacedText.tsx";
import type { BoardCanvasHandle, BoardCanvasProps, WriteText } from "./props.ts";
import { useEngine } from "./use-engine.ts";

/**
 * One sheet of the board, drawn and handled: `props.ts` says what goes in and out. React renders it when a prop changes;
 * cards, cursors and the view change without React.
 */
export function BoardCanvas({
  ref,
  ...given
}: BoardCanvasProps & { readonly ref?: Ref<BoardCanvasHandle | null> }) {
  const systemScheme = useColourScheme();
  const forced = useForcedColours();
  const props: BoardCanvasProps = {
    ...given,
    scheme: given.scheme ?? systemScheme,
    ...(forced && { colours: forced }),
  };
  const { sheets, sheet, mayWrite, t } = props;
  const frame = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const engine = useEngine(props, frame, paper);

  useImperativeHandle<BoardCanvasHandle | null, BoardCanvasHandle | null>(
    ref,
    () => engine && handleOf(engine, () => paper.current?.focus({ preventScroll: true })),
    [engine],
  );

  return (
    <div ref={frame} className={styles.canvas}>
      {/* The list view is the text alternative; here, keys do what buttons and the pointer do. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- an application takes the keyboard itself */}
      <div
        ref={paper}
        className={styles.paper}
        role="application"
        tabIndex={0}
        aria-label={t(sheets(sheet).labelId)}
      />
      {engine && props.minimap ? <Minimap engine={engine} /> : null}
      {engine ? <Drafting {...{ engine, mayWrite, t }} onDone={() => paper.current?.focus()} /> : null}
      {engine && props.writeText ? (
        <EditingInPlace {...{ engine }} write={props.writeText} onDone={() => paper.current?.focus()} />
      ) : null}
    </div>
  );
}

interface EditingProps {
  readonly engine: CanvasEngine;
  readonly write: WriteText;
  readonly onDone: () => void;
}

function EditingInPlace({ engine, ...rest }: EditingProps) {
  const open = useSource(engine.editing);
  return open ? <PlacedText key={open.serial} engine={engine} editing={open} {...rest} /> : null;
}

interface DraftingProps {
  readonly engine: CanvasEngine;
  readonly mayWrite: boolean;
  readonly t: BoardCanvasProps["t"];
  readonly onDone: () => void;
}

function Drafting({ engine, ...rest }: DraftingProps) {
  const open = useSource(engine.draft);
  return open ? <InlineEditor key={open.serial} engine={engine} open={open} {...rest} /> : null;
}
