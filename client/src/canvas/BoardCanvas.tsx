import type { Layer as KonvaLayer } from "konva/lib/Layer.js";
import { type Ref, useImperativeHandle, useMemo, useRef, useState } from "react";
import { Layer, Shape, Stage } from "react-konva/lib/ReactKonvaCore.js";
import { useSource } from "../state/use-source.ts";
import styles from "./canvas.module.css";
import { useColourScheme, useForcedColours } from "./colour-scheme.ts";
import { type LayerName, layers } from "./engine/damage.ts";
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
  const [layerByName] = useState(() => new Map<LayerName, KonvaLayer>());
  const { engine, size } = useEngine(props, frame, paper, layerByName);

  useImperativeHandle<BoardCanvasHandle | null, BoardCanvasHandle | null>(
    ref,
    () => engine && handleOf(engine, () => paper.current?.focus({ preventScroll: true })),
    [engine],
  );
  // The same elements at every render: Konva's nodes are made once, and React has nothing to compare.
  const stack = useMemo(
    () => engine && layers.map((name) => <PaintedLayer key={name} {...{ name, engine, layerByName }} />),
    [engine, layerByName],
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
      >
        <Stage width={size.width} height={size.height} listening={false}>
          {stack}
        </Stage>
      </div>
      {engine && props.minimap ? <Minimap engine={engine} /> : null}
      {engine ? <Drafting {...{ engine, mayWrite, t }} onDone={() => paper.current?.focus()} /> : null}
      {engine && props.writeText ? (
        <EditingInPlace {...{ engine }} write={props.writeText} onDone={() => paper.current?.focus()} />
      ) : null}
    </div>
  );
}

interface PaintedLayerProps {
  readonly name: LayerName;
  readonly engine: CanvasEngine;
  readonly layerByName: Map<LayerName, KonvaLayer>;
}

/** One canvas element, painted by one shape; no hit graph, and the painter clears what it paints over. */
function PaintedLayer({ name, engine, layerByName }: PaintedLayerProps) {
  return (
    <Layer
      listening={false}
      clearBeforeDraw={false}
      ref={(layer) => {
        if (!layer) {
          layerByName.delete(name);
          return;
        }
        layerByName.set(name, layer);
        // Bare until the engine says otherwise; what rests is shown by its picture.
        layer.getNativeCanvasElement().style.display = "none";
      }}
    >
      <Shape
        listening={false}
        perfectDrawEnabled={false}
        sceneFunc={({ _context }) => {
          if (_context instanceof CanvasRenderingContext2D) engine.paint(name, _context);
        }}
      />
    </Layer>
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
  return open ? <InlineEditor key={open.serial} engine={engine} draft={open.draft} {...rest} /> : null;
}
