import { coloursOf } from "../colours.ts";
import { rectToScreen, toWorld } from "../geometry/camera.ts";
import { inTenths } from "../geometry/rect.ts";
import type { BoardCanvasProps } from "../props.ts";
import { followClusters } from "@faelleskort/shared/views/follow-clusters.ts";
import { createScene } from "../scene/scene.ts";
import { createTextSetter } from "../scene/text-setter.ts";
import type { CanvasEngine, EngineParts } from "./canvas-engine.ts";
import { createAutoPan } from "./auto-pan.ts";
import { createDamageBook } from "./damage.ts";
import type { Desk } from "./desk.ts";
import { createDraftSlot } from "./draft-slot.ts";
import { createEditingSlot } from "./editing-slot.ts";
import { createFanning } from "./fanning.ts";
import { createFrameLoop } from "./frame-loop.ts";
import { createGesturing, isAtWork, isWriting } from "./gesturing.ts";
import { createHand } from "./held.ts";
import { gripAt, hitAt, passedBy } from "./reaching.ts";
import { createListeners } from "./listeners.ts";
import { createPainting } from "./painting.ts";
import { createPaints } from "./paints.ts";
import { createPeerMotion } from "./peer-motion.ts";
import { createSelection } from "./selection.ts";
import { createSight } from "./sight.ts";
import { createSources, layoutDiffers } from "./sources.ts";
import { createTelling } from "./telling.ts";
import { createViewport } from "./viewport.ts";

/** Makes the canvas without a screen: joins its parts, and lends them the desk. */
export function createEngine(initial: BoardCanvasProps, parts: EngineParts): CanvasEngine {
  const { clock, surface, measure, motion } = parts;
  let props = watched(initial);
  let scene = createScene(initial.sheets(initial.sheet));
  let isStale = true;
  let peersMoved = false;
  const repaint = () => {
    damage.rest("all");
    loop.request();
  };
  const paints = createPaints(parts, (id) => props.pictureUrl?.(id), repaint);
  const readClusters = followClusters();
  const damage = createDamageBook();
  const viewport = createViewport(initial.sheet);
  const hand = createHand();
  const peers = createPeerMotion();
  const loop = createFrameLoop(clock, frame);
  const telling = createTelling(clock, hand, () => props);
  const draft = createDraftSlot((isHeld) => props.onHeld?.(isHeld));
  const editing = createEditingSlot();
  const cameraListeners = createListeners();
  const frameListeners = createListeners();
  const selection = createSelection((refs) => {
    damage.hand();
    loop.request();
    if (refs.length > 0) sight.worked();
    props.onSelect(refs);
    telling.pile(fanning.told(selection));
  });
  const fanning = createFanning({ viewport, scene: () => scene, changed: layOutAnew });
  const sight = createSight({
    clock,
    viewport,
    motion,
    props: () => props,
    arrangement: () => scene.arrangement,
    cameraMoved: () => cameraMoved(false),
  });

  const desk: Desk = {
    clock,
    damage,
    loop,
    viewport,
    hand,
    peers,
    selection,
    fanning,
    editing,
    motion,
    sync,
    gesture(input) {
      gesturing.feed(input);
      if (isAtWork(gesturing.state)) sight.worked();
    },
    pointer: null,
    lasso: null,
    draft: null,
    making: null,
    lit: null,
    litArea: null,
    spaceHeld: false,
    isLoose: false,
    guides: [],
    get props() {
      return props;
    },
    get scene() {
      return scene;
    },
    setDraft(next) {
      if (next) sight.worked();
      const isSet = draft.set(next);
      draftChanged();
      return isSet;
    },
    viewMoved(byHand) {
      cameraMoved(byHand);
      loop.request();
    },
    tellPresence: () => telling.presence(desk.pointer),
    shownAt(key) {
      const held = hand.held.get(key) ?? peers.held(clock.now()).get(key);
      const item = held ? scene.item(key) : scene.shown(key);
      if (!item) return null;
      return held ? { ...item.rect, x: held.at.x, y: held.at.y } : item.rect;
    },
  };
  const gesturing = createGesturing(desk, (shape) => surface.setPointerShape(shape));
  const painting = createPainting(desk, paints);
  const autoPan = createAutoPan(desk);

  /** What is written here makes the sheet this person's own before it is laid out with it. */
  function watched(given: BoardCanvasProps): BoardCanvasProps {
    return {
      ...given,
      dispatch(commands) {
        sight.worked();
        return given.dispatch(commands);
      },
    };
  }

  function cameraMoved(byHand: boolean): void {
    if (byHand) sight.moved();
    damage.moved();
    telling.view(viewport.view, byHand);
    cameraListeners.tell();
    if (!byHand) fanning.keepInView();
  }

  function draftChanged(): void {
    desk.draft = draft.get()?.draft ?? null;
    damage.hand();
    loop.request();
  }

  function layOutAnew(): void {
    isStale = true;
    loop.request();
  }

  function sync(): void {
    if (!isStale) return;
    isStale = false;
    const snapshot = props.source.get();
    const { picture, focusActor } = props;
    const clusters = readClusters(snapshot);
    const { fan } = fanning;
    damage.rest(scene.update({ snapshot, clusters, picture, focusActor, text: paints.text, fan }));
    fanning.laidOut();
    damage.hand();
    const gone = new Set([...selection.keys, ...hand.held.keys()].filter((key) => !scene.item(key)));
    if (gone.size > 0) gesturing.feed({ type: "gone", keys: gone });
    selection.prune((key) => scene.shown(key));
    telling.pile(fanning.told(selection));
    readPeers();
    sight.laidOut();
  }

  function readPeers(): void {
    peers.update(props.peers.get(), props.sheet, (key) => scene.item(key), clock.now());
    damage.peers();
  }

  /** One frame; true when the next one will look different without anybody doing anything. */
  function frame(now: number): boolean {
    sync();
    sight.step(now);
    if (viewport.animate(now)) cameraMoved(false);
    const isPulled = autoPan.step(now, gesturing.state);
    if (hand.settle((key) => scene.item(key), now)) damage.hand();
    const areSettled = peers.settle((key) => scene.item(key), now);
    const areMoving = peers.isMoving(now);
    // One frame more after the last motion: where they came to rest.
    if (areSettled || areMoving || peersMoved) damage.peers();
    peersMoved = areMoving;
    if (sight.hasSize && painting.draw(surface)) frameListeners.tell();
    return isPulled || areMoving || hand.isSettling || peers.isSettling || viewport.isMoving;
  }

  function changeSheet(from: BoardCanvasProps["sheet"]): void {
    hand.forget();
    draft.turn(from, props.sheet);
    draftChanged();
    editing.set(null);
    selection.set([]);
    fanning.fold();
    scene = createScene(props.sheets(props.sheet));
    viewport.setSheet(props.sheet);
    damage.all();
    sight.sheetChanged();
    cameraMoved(false);
  }

  const sources = createSources(layOutAnew, () => {
    readPeers();
    loop.request();
  });
  sources.follow(props);

  return {
    desk,
    setProps(next) {
      const before = props;
      // What was in the hand belongs to the sheet it was taken from.
      if (next.sheet !== before.sheet) {
        gesturing.feed({ type: "interrupt" });
        draft.leave();
      }
      props = watched(next);
      sources.follow(next);
      if (next.sheet !== before.sheet) changeSheet(before.sheet);
      if (!next.mayWrite && before.mayWrite && isWriting(gesturing.state)) {
        gesturing.feed({ type: "escape" });
      }
      isStale ||= layoutDiffers(before, next);
      if (next.pile !== undefined && next.pile !== before.pile) fanning.show(next.pile);
      if (next.t !== before.t || coloursOf(next) !== coloursOf(before)) damage.all();
      gesturing.shapePointer();
      loop.request();
    },
    setPicture(picture) {
      paints.picture = picture;
      repaint();
    },
    resize(size, pixelRatio) {
      sight.hasSize = size.width > 0 && size.height > 0;
      paints.pixelRatio = pixelRatio;
      damage.all();
      viewport.resize(size);
      sight.resized();
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
    hit: (screen, device = "mouse") => hitAt(desk, toWorld(viewport.camera, screen), device),
    grip: (screen, device) => gripAt(desk, toWorld(viewport.camera, screen), device),
    passed: (world, device) => passedBy(desk, gesturing.state, world, device),
    get isDrawing() {
      return gesturing.state.kind === "making" && gesturing.state.making.kind === "drawing";
    },
    pointAt(screen) {
      desk.pointer = screen && inTenths(toWorld(viewport.camera, screen));
      desk.tellPresence();
      if (gesturing.state.kind === "idle") gesturing.shapePointer();
    },
    draft,
    editing,
    onCamera: (listener) => cameraListeners.add(listener),
    onFrame: (listener) => frameListeners.add(listener),
    screenRect: (area) => rectToScreen(viewport.camera, area),
    thingsPainted: () => painting.thingsPainted,
    close() {
      gesturing.close();
      draft.close();
      telling.close();
      painting.close();
      paints.close();
      loop.close();
      sources.close();
    },
  };
}
