import { rectToScreen, toWorld, type ViewSize } from "../geometry/camera.ts";
import { contains, type Point, type Rect } from "../geometry/rect.ts";
import { type GestureInput, type GestureState, idle } from "../gestures/gesture.ts";
import { step } from "../gestures/step.ts";
import type { BoardCanvasProps, Source } from "../props.ts";
import { createClusterReader } from "../scene/cluster-reader.ts";
import type { ItemKey } from "../scene/item.ts";
import { createScene } from "../scene/scene.ts";
import type { Draft } from "../scene/sheet.ts";
import { createTextSetter, type MeasureText } from "../scene/text-setter.ts";
import type { CanvasClock } from "./clock.ts";
import { createAutoPan } from "./auto-pan.ts";
import { createDamageBook, type LayerName } from "./damage.ts";
import type { Desk } from "./desk.ts";
import { carryOut } from "./effects.ts";
import { createFrameLoop } from "./frame-loop.ts";
import { createHand } from "./held.ts";
import { createLongPress } from "./long-press.ts";
import { createPainting, type Paints } from "./painting.ts";
import { createPeerMotion } from "./peer-motion.ts";
import { type PointerShape, pointerShape } from "./pointer-shape.ts";
import { createSelection } from "./selection.ts";
import { createTelling } from "./telling.ts";
import { createViewport } from "./viewport.ts";

/** Where the layers are shown. */
export interface Surface {
  /** Has the layer painted, now: calls back `paint` of the engine. */
  draw(layer: LayerName): void;
  setPointerShape(shape: PointerShape): void;
}

export interface EngineParts {
  readonly clock: CanvasClock;
  readonly surface: Surface;
  readonly measure: MeasureText;
  /** ms a motion of the view takes; 0 when reduced motion is asked for. */
  readonly motion: () => number;
}

/** A draft whose text field is open; the serial tells one field from the next. */
export interface OpenDraft {
  readonly draft: Draft;
  readonly serial: number;
}

/** The canvas without a screen: everything it knows and does. `BoardCanvas.tsx` gives it one. */
export interface CanvasEngine {
  readonly desk: Desk;
  setProps(props: BoardCanvasProps): void;
  setPicture(picture: CanvasImageSource | null): void;
  resize(size: ViewSize, pixelRatio: number): void;
  /** The typeface has arrived: everything is measured and painted anew. */
  fontsChanged(): void;
  paint(layer: LayerName, ctx: CanvasRenderingContext2D): void;
  /** What lies topmost at a point of the screen. */
  hit(screen: Point): ItemKey | null;
  /** The pointer is here, or has left. */
  pointAt(screen: Point | null): void;
  /** What is being written; for the text field over it. */
  readonly draft: Source<OpenDraft | null>;
  /** Called after every move of the view. */
  onCamera(listener: () => void): () => void;
  /** Called after every frame in which the sheet or the view changed. */
  onFrame(listener: () => void): () => void;
  screenRect(area: Rect): Rect;
  close(): void;
}

export function createEngine(initial: BoardCanvasProps, parts: EngineParts): CanvasEngine {
  const { clock, surface, measure, motion } = parts;
  let props = initial;
  let gesture: GestureState = idle;
  let scene = createScene(initial.sheets[initial.sheet]);
  let isStale = true;
  let hasSize = false;
  /** Untouched views follow the content: the board may arrive after the canvas. */
  let untouched = true;
  let wasEmpty = true;
  let obeyedSerial: number | null = null;
  let openDraft: OpenDraft | null = null;
  let draftSerial = 0;
  let peersMoved = false;
  const paints: Paints = { text: createTextSetter(measure), picture: null, pixelRatio: 1 };
  const readClusters = createClusterReader();
  const damage = createDamageBook();
  const viewport = createViewport(initial.sheet);
  const hand = createHand();
  const peers = createPeerMotion();
  const loop = createFrameLoop(clock, frame);
  const telling = createTelling(clock, hand, () => props);
  const draftListeners = new Set<() => void>();
  const cameraListeners = new Set<() => void>();
  const frameListeners = new Set<() => void>();
  const selection = createSelection((refs) => {
    damage.hand();
    loop.request();
    props.onSelect(refs);
  });

  const desk: Desk = {
    clock,
    damage,
    loop,
    viewport,
    hand,
    peers,
    selection,
    motion,
    sync,
    gesture: feed,
    pointer: null,
    lasso: null,
    draft: null,
    lit: null,
    litArea: null,
    spaceHeld: false,
    altHeld: false,
    guides: [],
    get props() {
      return props;
    },
    get scene() {
      return scene;
    },
    setDraft(draft) {
      desk.draft = draft;
      openDraft = draft && { draft, serial: ++draftSerial };
      damage.hand();
      loop.request();
      for (const listener of draftListeners) listener();
    },
    viewMoved(byHand) {
      cameraMoved(byHand);
      loop.request();
    },
    tellPresence: () => telling.presence(desk.pointer),
    shownAt(key) {
      const item = scene.item(key);
      if (!item) return null;
      const at = hand.held.get(key)?.at ?? peers.held(clock.now()).get(key)?.at;
      return at ? { ...item.rect, x: at.x, y: at.y } : item.rect;
    },
  };
  const painting = createPainting(desk, paints);
  const autoPan = createAutoPan(desk);
  const longPresses = createLongPress(clock, feed);

  function cameraMoved(byHand: boolean): void {
    if (byHand) untouched = false;
    damage.moved();
    telling.view(viewport.view, byHand);
    for (const listener of cameraListeners) listener();
  }

  function feed(input: GestureInput): void {
    const lookOnly = props.readOnly ?? false;
    const mayWrite = props.mayWrite && !lookOnly;
    const { tool } = props;
    const { spaceHeld } = desk;
    const next = step(gesture, input, { tool, mayWrite, lookOnly, spaceHeld, selected: selection.keys });
    gesture = next.state;
    longPresses.watch(gesture);
    for (const effect of next.effects) carryOut(desk, effect);
    if (next.effects.length > 0) loop.request();
    surface.setPointerShape(pointerShape(desk, gesture));
  }

  function sync(): void {
    if (!isStale) return;
    isStale = false;
    const snapshot = props.source.get();
    const { picture, focusActor } = props;
    const clusters = readClusters(snapshot);
    damage.rest(scene.update({ snapshot, clusters, picture, focusActor, text: paints.text }));
    damage.hand();
    const gone = new Set([...selection.keys, ...hand.held.keys()].filter((key) => !scene.item(key)));
    if (gone.size > 0) feed({ type: "gone", keys: gone });
    selection.prune((key) => scene.item(key));
    readPeers();
    const isEmpty = scene.arrangement?.items.length === 0;
    if (untouched && wasEmpty && !isEmpty) fitNow();
    wasEmpty = isEmpty;
  }

  function readPeers(): void {
    peers.update(props.peers.get(), props.sheet, (key) => scene.item(key), clock.now());
    damage.peers();
  }

  function fitNow(): void {
    if (!hasSize || !scene.arrangement) return;
    viewport.fit(scene.arrangement.bounds, clock.now(), 0);
    cameraMoved(false);
  }

  function obeyRequest(now: number): void {
    const request = props.viewRequest;
    if (!request || request.serial === obeyedSerial || !hasSize || !scene.arrangement) return;
    obeyedSerial = request.serial;
    untouched = false;
    viewport.obey(request, scene.arrangement.bounds, now, motion());
    cameraMoved(false);
  }

  /** One frame; true when the next one will look different without anybody doing anything. */
  function frame(now: number): boolean {
    sync();
    if (viewport.unseen) fitNow();
    obeyRequest(now);
    if (viewport.animate(now)) cameraMoved(false);
    const isPulled = autoPan.step(now, gesture);
    if (hand.settle((key) => scene.item(key), now)) damage.hand();
    const areSettled = peers.settle((key) => scene.item(key), now);
    const areMoving = peers.isMoving(now);
    // One frame more after the last motion: where they came to rest.
    if (areSettled || areMoving || peersMoved) damage.peers();
    peersMoved = areMoving;
    if (hasSize && painting.draw((layer) => surface.draw(layer))) {
      for (const listener of frameListeners) listener();
    }
    return isPulled || areMoving || hand.isSettling || peers.isSettling || viewport.isMoving;
  }

  function changeSheet(): void {
    hand.forget();
    desk.setDraft(null);
    selection.set([]);
    scene = createScene(props.sheets[props.sheet]);
    viewport.setSheet(props.sheet);
    damage.all();
    untouched = viewport.unseen;
    wasEmpty = true;
    cameraMoved(false);
  }

  function listenToSources(): () => void {
    const stopSource = props.source.subscribe(() => {
      isStale = true;
      loop.request();
    });
    const stopPeers = props.peers.subscribe(() => {
      readPeers();
      loop.request();
    });
    return () => {
      stopSource();
      stopPeers();
    };
  }
  let stopListening = listenToSources();

  return {
    desk,
    setProps(next) {
      const before = props;
      // What was in the hand belongs to the sheet it was taken from.
      if (next.sheet !== before.sheet) feed({ type: "interrupt" });
      props = next;
      if (next.source !== before.source || next.peers !== before.peers) {
        stopListening();
        stopListening = listenToSources();
      }
      if (next.sheet !== before.sheet) changeSheet();
      if (!next.mayWrite && before.mayWrite && gesture.kind === "dragging") feed({ type: "escape" });
      isStale ||= layoutDiffers(before, next);
      if (next.t !== before.t || next.scheme !== before.scheme) damage.all();
      surface.setPointerShape(pointerShape(desk, gesture));
      loop.request();
    },
    setPicture(picture) {
      paints.picture = picture;
      damage.rest("all");
      loop.request();
    },
    resize(size, pixelRatio) {
      hasSize = size.width > 0 && size.height > 0;
      paints.pixelRatio = pixelRatio;
      damage.all();
      viewport.resize(size);
      if (untouched) fitNow();
      cameraMoved(false);
      loop.request();
    },
    fontsChanged() {
      paints.text = createTextSetter(measure);
      isStale = true;
      damage.all();
      loop.request();
    },
    paint: (layer, ctx) => painting.paint(layer, ctx),
    hit(screen) {
      const world = toWorld(viewport.camera, screen);
      const inAnothersHand = [...peers.held(clock.now())].find(([, { item, at }]) =>
        contains({ ...item.rect, x: at.x, y: at.y }, world),
      );
      return inAnothersHand?.[0] ?? scene.topmostAt(world)?.key ?? null;
    },
    pointAt(screen) {
      desk.pointer = screen && rounded(toWorld(viewport.camera, screen));
      desk.tellPresence();
      if (gesture.kind === "idle") surface.setPointerShape(pointerShape(desk, gesture));
    },
    draft: {
      get: () => openDraft,
      subscribe(listener) {
        draftListeners.add(listener);
        return () => void draftListeners.delete(listener);
      },
    },
    onCamera(listener) {
      cameraListeners.add(listener);
      return () => void cameraListeners.delete(listener);
    },
    onFrame(listener) {
      frameListeners.add(listener);
      return () => void frameListeners.delete(listener);
    },
    screenRect: (area) => rectToScreen(viewport.camera, area),
    close() {
      feed({ type: "interrupt" });
      longPresses.close();
      telling.close();
      painting.close();
      loop.close();
      stopListening();
    },
  };
}

/** Whether the sheet must be laid out anew, and not only looked at. */
function layoutDiffers(before: BoardCanvasProps, next: BoardCanvasProps): boolean {
  return (
    before.sheet !== next.sheet ||
    before.source !== next.source ||
    before.focusActor !== next.focusActor ||
    before.picture?.width !== next.picture?.width ||
    before.picture?.height !== next.picture?.height
  );
}

/** Tenths of a world unit are finer than anybody sees, and shorter on the wire. */
const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 });
