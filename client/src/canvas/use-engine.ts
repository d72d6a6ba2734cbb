import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { tokens } from "../theme/tokens.ts";
import { browserClock } from "./engine/clock.ts";
import type { CanvasEngine, Surface } from "./engine/canvas-engine.ts";
import { createEngine } from "./engine/engine.ts";
import { plateSize } from "./geometry/plate.ts";
import { createGuideLines } from "./engine/guide-lines.ts";
import { createLayerStack, type LayerStack } from "./engine/layer-stack.ts";
import { listen } from "./engine/listen.ts";
import { answerLocate } from "./engine/locate.ts";
import { browserMeasure } from "./engine/measure.ts";
import { loadPicture, longestOnSheet } from "./engine/picture.ts";
import { answerTally } from "./engine/tally.ts";
import { createPlateScreen, showAt } from "./engine/plate-screen.ts";
import { watchPixelRatio, watchSize } from "./engine/watch-size.ts";
import type { BoardCanvasProps } from "./props.ts";

/** An engine on the page. */
interface Mounted {
  readonly made: CanvasEngine;
  readonly stack: LayerStack;
  readonly close: () => void;
}

/**
 * Makes the engine when the paper is there, hands it every change of the props, and closes it with the paper.
 * null before the paper is on the page.
 */
export function useEngine(
  props: BoardCanvasProps,
  frame: RefObject<HTMLElement | null>,
  paper: RefObject<HTMLElement | null>,
): CanvasEngine | null {
  const latest = useRef(props);
  const [mounted, setMounted] = useState<Mounted | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const engine = mounted?.made ?? null;

  useLayoutEffect(() => {
    latest.current = props;
    engine?.setProps(props);
  }, [engine, props]);

  useEffect(() => {
    if (!paper.current) return;
    const next = mount(paper.current, latest.current);
    setMounted(next);
    return () => {
      next.close();
      setMounted(null);
    };
  }, [paper]);

  useEffect(() => (frame.current ? watchSize(frame.current, setSize) : undefined), [frame]);

  useLayoutEffect(() => {
    if (!mounted || !paper.current) return;
    return watchPixelRatio(paper.current, (ratio) => {
      mounted.stack.resize(size, plateSize(size, ratio), ratio);
      mounted.made.resize(size, ratio);
    });
  }, [mounted, paper, size]);

  const url = props.picture?.url;
  useEffect(() => {
    if (!engine || url === undefined) return;
    const stop = loadPicture(url, (image) => engine.setPicture(image));
    return () => {
      stop();
      engine.setPicture(null);
    };
  }, [engine, url]);

  return engine;
}

function mount(paper: HTMLElement, props: BoardCanvasProps): Mounted {
  const document = paper.ownerDocument;
  const view = document.defaultView ?? window;
  const stack = createLayerStack(paper, (layer, ctx) => made.paint(layer, ctx));
  const plate = stack.canvasOf("rest");
  const screen = createPlateScreen(paper, plate);
  const guides = createGuideLines(paper);
  const surface: Surface = {
    draw: (layer) => stack.draw(layer),
    present: (changed) => screen?.present(changed),
    show(showing) {
      if (screen) return screen.show(showing);
      plate.style.display = "block";
      showAt(plate, showing);
    },
    lay: (layer, part) => stack.lay(layer, part),
    showGuides: (shown, colour) => guides.show(shown, colour),
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
    stack,
    close() {
      document.fonts.removeEventListener("loadingdone", fontsChanged);
      stopTallying();
      stopAnswering();
      stopListening();
      made.close();
      screen?.close();
      guides.close();
      stack.close();
    },
  };
}
