import type { Layer as KonvaLayer } from "konva/lib/Layer.js";
import { forwardRef, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { Layer, Shape, Stage } from "react-konva/lib/ReactKonvaCore.js";
import { useSource } from "../state/use-source.ts";
import { tokens } from "../theme/tokens.ts";
import { useColourScheme } from "./colour-scheme.ts";
import { fit, newCardAtCentre, paste, showSelection, zoomBy, zoomTo } from "./engine/acts.ts";
import { browserClock } from "./engine/clock.ts";
import { type LayerName, layers } from "./engine/damage.ts";
import { selectRefs } from "./engine/drafting.ts";
import { type CanvasEngine, createEngine, type Surface } from "./engine/engine.ts";
import { listen } from "./engine/listen.ts";
import { browserMeasure } from "./engine/measure.ts";
import { loadPicture } from "./engine/picture.ts";
import { watchPixelRatio, watchSize } from "./engine/watch-size.ts";
import { InlineEditor } from "./InlineEditor.tsx";
import type { BoardCanvasHandle, BoardCanvasProps } from "./props.ts";
import { keyOfRef } from "./scene/item.ts";
import styles from "./canvas.module.css";

/**
 * One sheet of the board, drawn and handled: `props.ts` says what goes in and out. React renders it when a prop changes;
 * cards, cursors and the view change without React.
 */
export const BoardCanvas = forwardRef<BoardCanvasHandle, BoardCanvasProps>(
  function BoardCanvas(given, handle) {
    const systemScheme = useColourScheme();
    const props: BoardCanvasProps = { ...given, scheme: given.scheme ?? systemScheme };
    const { sheets, sheet, picture, t } = props;
    const frame = useRef<HTMLDivElement>(null);
    const paper = useRef<HTMLDivElement>(null);
    const layerByName = useRef(new Map<LayerName, KonvaLayer>());
    const latest = useRef(props);
    const engineRef = useRef<CanvasEngine | null>(null);
    const [engine, setEngine] = useState<CanvasEngine | null>(null);
    const [size, setSize] = useState({ width: 0, height: 0 });

    useLayoutEffect(() => {
      latest.current = props;
      engineRef.current?.setProps(props);
    });

    useEffect(() => {
      const element = paper.current;
      const view = element?.ownerDocument.defaultView;
      if (!element || !view) return;
      const surface: Surface = {
        draw: (layer) => layerByName.current.get(layer)?.drawScene(),
        setPointerShape: (shape) => (element.style.cursor = shape),
      };
      const motion = () =>
        view.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : tokens.motion.calm;
      const measure = browserMeasure(element.ownerDocument);
      const made = createEngine(latest.current, { clock: browserClock(view), surface, measure, motion });
      engineRef.current = made;
      setEngine(made);
      const stopListening = listen(element, made);
      const fonts = element.ownerDocument.fonts;
      const fontsChanged = () => made.fontsChanged();
      fonts.addEventListener("loadingdone", fontsChanged);
      return () => {
        fonts.removeEventListener("loadingdone", fontsChanged);
        stopListening();
        made.close();
        engineRef.current = null;
        setEngine(null);
      };
    }, []);

    useEffect(() => {
      const { current } = frame;
      return current ? watchSize(current, setSize) : undefined;
    }, []);

    useLayoutEffect(() => {
      if (!engine || !paper.current) return;
      return watchPixelRatio(paper.current, (ratio) => {
        for (const layer of layerByName.current.values()) layer.getCanvas().setPixelRatio(ratio);
        engine.resize(size, ratio);
      });
    }, [engine, size]);

    const url = picture?.url;
    useEffect(() => {
      if (!engine) return;
      engine.setPicture(null);
      return url === undefined ? undefined : loadPicture(url, (image) => engine.setPicture(image));
    }, [engine, url]);

    useImperativeHandle(
      handle,
      () => ({
        zoomIn: () => engineRef.current && zoomBy(engineRef.current.desk, 1),
        zoomOut: () => engineRef.current && zoomBy(engineRef.current.desk, -1),
        zoomTo100: () => engineRef.current && zoomTo(engineRef.current.desk, 1),
        fit: () => engineRef.current && fit(engineRef.current.desk),
        view: () => engineRef.current?.desk.viewport.view ?? { centre: { x: 0, y: 0 }, zoom: 1 },
        newCardAtCentre: () => engineRef.current && newCardAtCentre(engineRef.current.desk),
        select(refs) {
          if (!engineRef.current) return;
          selectRefs(engineRef.current.desk, refs);
          showSelection(engineRef.current.desk);
        },
        pasteLines: (text) =>
          engineRef.current ? paste(engineRef.current.desk, text) : { written: 0, leftOut: [text] },
        screenRectOf(ref) {
          const area = engineRef.current?.desk.shownAt(keyOfRef(ref));
          return area && engineRef.current ? engineRef.current.screenRect(area) : null;
        },
        focus: () => paper.current?.focus({ preventScroll: true }),
      }),
      [],
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
          aria-label={t(sheets[sheet].labelId)}
        >
          <Stage width={size.width} height={size.height} listening={false} aria-hidden="true">
            {layers.map((name) => (
              <Layer
                key={name}
                listening={false}
                clearBeforeDraw={false}
                ref={(layer) => {
                  if (layer) layerByName.current.set(name, layer);
                  else layerByName.current.delete(name);
                }}
              >
                <Shape
                  listening={false}
                  perfectDrawEnabled={false}
                  sceneFunc={({ _context }) => {
                    if (_context instanceof CanvasRenderingContext2D)
                      engineRef.current?.paint(name, _context);
                  }}
                />
              </Layer>
            ))}
          </Stage>
        </div>
        {engine ? <Drafting engine={engine} props={props} onDone={() => paper.current?.focus()} /> : null}
      </div>
    );
  },
);

function Drafting({
  engine,
  props,
  onDone,
}: {
  engine: CanvasEngine;
  props: BoardCanvasProps;
  onDone: () => void;
}) {
  const open = useSource(engine.draft);
  if (!open) return null;
  const { mayWrite, t } = props;
  return <InlineEditor key={open.serial} draft={open.draft} {...{ engine, mayWrite, t, onDone }} />;
}
