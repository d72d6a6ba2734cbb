import type { Layer } from "konva/lib/Layer.js";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { tokens } from "../theme/tokens.ts";
import { browserClock } from "./engine/clock.ts";
import type { LayerName } from "./engine/damage.ts";
import type { CanvasEngine, Surface } from "./engine/canvas-engine.ts";
import { createEngine } from "./engine/engine.ts";
import { plateSize } from "./geometry/plate.ts";
import { listen } from "./engine/listen.ts";
import { answerLocate } from "./engine/locate.ts";
import { browserMeasure } from "./engine/measure.ts";
import { loadPicture, longestOnSheet } from "./engine/picture.ts";
import { answerTally } from "./engine/tally.ts";
import { createPlateScreen, showAt } from "./engine/plate-screen.ts";
import { watchPixelRatio, watchSize } from "./engine/watch-size.ts";
import type { BoardCanvasProps } from "./props.ts";

export interface MountedEngine {
  /** null before the paper is on the page. */
  readonly engine: CanvasEngine | null;
  /** CSS px of the frame. */
  readonly size: { readonly width: number; readonly height: number };
}

/** Makes the engine when the paper is there, hands it every change of the props, and closes it with the paper. */
export function useEngine(
  props: BoardCanvasProps,
  frame: RefObject<HTMLElement | null>,
  paper: RefObject<HTMLElement | null>,
  layers: ReadonlyMap<LayerName, Layer>,
): MountedEngine {
  const latest = useRef(props);
  const [engine, setEngine] = useState<CanvasEngine | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });

  useLayoutEffect(() => {
    latest.current = props;
    engine?.setProps(props);
  }, [engine, props]);

  useEffect(() => {
    if (!paper.current) return;
    const { made, close } = mount(paper.current, latest.current, layers);
    setEngine(made);
    return () => {
      close();
      setEngine(null);
    };
  }, [paper, layers]);

  useEffect(() => (frame.current ? watchSize(frame.current, setSize) : undefined), [frame]);

  useLayoutEffect(() => {
    if (!engine || !paper.current) return;
    return watchPixelRatio(paper.current, (ratio) => {
      for (const layer of layers.values()) layer.getCanvas().setPixelRatio(ratio);
      const { width, height } = plateSize(size, ratio);
      layers.get("rest")?.getCanvas().setSize(width, height);
      engine.resize(size, ratio);
    });
  }, [engine, paper, layers, size]);

  const url = props.picture?.url;
  useEffect(() => {
    if (!engine || url === undefined) return;
    const stop = loadPicture(url, (image) => engine.setPicture(image));
    return () => {
      stop();
      engine.setPicture(null);
    };
  }, [engine, url]);

  return { engine, size };
}

function mount(
  paper: HTMLElement,
  props: BoardCanvasProps,
  layers: ReadonlyMap<LayerName, Layer>,
): { made: CanvasEngine; close: () => void } {
  const document = paper.ownerDocument;
  const view = document.defaultView ?? window;
  const plate = () => layers.get("rest")?.getNativeCanvasElement();
  const screen = createPlateScreen(paper, plate);
  const surface: Surface = {
    draw(layer) {
      layers.get(layer)?.drawScene();
      if (layer === "rest") screen?.present();
    },
    show(showing) {
      if (screen) return screen.show(showing);
      const canvas = plate();
      if (!canvas) return;
      canvas.style.display = "block";
      showAt(canvas, showing);
    },
    setShown(layer, shown) {
      const canvas = layers.get(layer)?.getNativeCanvasElement();
      if (canvas) canvas.style.display = shown ? "block" : "none";
    },
    setPointerShape(shape) {
      if (paper.style.cursor !== shape) paper.style.cursor = shape;
    },
  };
  const reduced = view.matchMedia("(prefers-reduced-motion: reduce)");
  const motion = () => (reduced.matches ? 0 : tokens.motion.calm);
  let measure = browserMeasure(document);
  const made = createEngine(props, {
    clock: browserClock(view),
    surface,
    measure: (text, font) => measure(text, font),
    motion,
    loadPicture: (url, loaded) => loadPicture(url, loaded, longestOnSheet),
  });
  const stopListening = listen(paper, made);
  const stopAnswering = answerLocate(paper, made);
  const stopTallying = answerTally(paper, made);
  const fontsChanged = () => {
    measure = browserMeasure(document);
    made.fontsChanged();
  };
  document.fonts.addEventListener("loadingdone", fontsChanged);
  return {
    made,
    close() {
      document.fonts.removeEventListener("loadingdone", fontsChanged);
      stopTallying();
      stopAnswering();
      stopListening();
      made.close();
      screen?.close();
    },
  };
}
