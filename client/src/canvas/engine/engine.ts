import type { CanvasPoint, BoardCanvasProps, CanvasView, Source } from "../props.ts";
import { rectToScreen, toWorld, type ViewSize } from "../geometry/camera.ts";
import { contains, inflate, type Point, type Rect } from "../geometry/rect.ts";
import { type GestureInput, type GestureState, idle } from "../gestures/gesture.ts";
import { step } from "../gestures/step.ts";
import { createClusterReader } from "../scene/cluster-reader.ts";
import type { ItemKey } from "../scene/item.ts";
import { createScene, type Damage } from "../scene/scene.ts";
import type { Draft } from "../scene/sheet.ts";
import { createTextSetter, type MeasureText, type TextSetter } from "../scene/text-setter.ts";
import { bleed } from "../painters/item.ts";
import { tokens } from "../../theme/tokens.ts";
import type { CanvasClock } from "./clock.ts";
import { createDamageBook, type LayerName } from "./damage.ts";
import type { Desk } from "./desk.ts";
import { carryOut } from "./effects.ts";
import { createFrameLoop } from "./frame-loop.ts";
import { createHand } from "./held.ts";
import { type Easel, paintHand, paintPeers, paintRest } from "./paint.ts";
import { createPeerMotion } from "./peer-motion.ts";
import { createSelection } from "./selection.ts";
import { createThrottle } from "./throttle.ts";
import { createViewport } from "./viewport.ts";

/** Where the layers are shown. */
export interface Surface {
  /** Has the layer painted, now: calls back `paint` of the engine. */
  draw(layer: LayerName): void;
  setPointerShape(shape: "default" | "grab" | "grabbing" | "crosshair" | "pointer"): void;
}

export interface EngineParts {
  readonly clock: CanvasClock;
  readonly surface: Surface;
  readonly measure: MeasureText;
  /** ms; 0 when reduced motion is asked for. */
  readonly motion: () => number;
}

/** A draft whose text field is open; the serial tells one field from the next. */
export interface OpenDraft {
  readonly draft: Draft;
  readonly serial: number;
}

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
  screenRect(area: Rect): Rect;
  close(): void;
}

/** ms between two presences, and between two views told. */
const pace = { presence: 50, view: 100 } as const;
/** Things named in one presence: `protocol/presence.ts`. */
const mostDragged = 60;

export function createEngine(
  initial: BoardCanvasProps,
  { clock, surface, measure, motion }: EngineParts,
): CanvasEngine {
  let props = initial;
  let text: TextSetter = createTextSetter(measure);
  let picture: CanvasImageSource | null = null;
  let pixelRatio = 1;
  let gesture: GestureState = idle;
  let scene = createScene(initial.sheets[initial.sheet]);
  let isStale = true;
  let hasSize = false;
  /** Untouched views follow the content: the board may arrive after the canvas. */
  let untouched = true;
  let itemCount = 0;
  let obeyedSerial: number | null = null;
  let movedByHand = false;
  let openDraft: OpenDraft | null = null;
  let draftSerial = 0;
  let away = new Map<ItemKey, "ghost" | "hidden">();
  const painted = { hand: true, peers: true };
  let repaint: Damage = "all";
  const readClusters = createClusterReader();
  const damage = createDamageBook();
  const viewport = createViewport(initial.sheet);
  const hand = createHand();
  const peers = createPeerMotion();
  const loop = createFrameLoop(clock, frame);
  const draftListeners = new Set<() => void>();
  const cameraListeners = new Set<() => void>();
  const selection = createSelection((refs) => {
    damage.hand();
    loop.request();
    props.onSelect(refs);
  });
  const presence = createThrottle<null>(clock, pace.presence, () => {
    if (props.readOnly) return;
    const items = [...hand.held.values()].flatMap(({ item, at, lifted }) =>
      lifted ? [{ ref: item.ref, ...at }] : [],
    );
    props.onPresence({
      cursor: desk.pointer,
      drag: items.length > 0 ? { items: items.slice(0, mostDragged) } : null,
    });
  });
  const views = createThrottle<CanvasView>(clock, pace.view, (view) => {
    const byHand = movedByHand;
    movedByHand = false;
    props.onView?.(view, byHand);
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
    get props() {
      return props;
    },
    get scene() {
      return scene;
    },
    pointer: null,
    lasso: null,
    draft: null,
    lit: null,
    litArea: null,
    spaceHeld: false,
    sync,
    gesture: feed,
    setDraft(draft) {
      desk.draft = draft;
      openDraft = draft && { draft, serial: ++draftSerial };
      damage.hand();
      loop.request();
      for (const listener of draftListeners) listener();
    },
    viewMoved(byHand) {
      if (byHand) untouched = false;
      movedByHand ||= byHand;
      cameraMoved();
      loop.request();
    },
    tellPresence: () => presence.push(null),
    shownAt(key) {
      const item = scene.item(key);
      if (!item) return null;
      const at = hand.held.get(key)?.at ?? peers.held(clock.now()).get(key)?.at;
      return at ? { ...item.rect, ...at } : item.rect;
    },
  };

  function cameraMoved(): void {
    damage.all();
    views.push(viewport.view);
    for (const listener of cameraListeners) listener();
  }

  function feed(input: GestureInput): void {
    const context = {
      tool: props.tool,
      mayWrite: props.mayWrite && !props.readOnly,
      lookOnly: props.readOnly ?? false,
      spaceHeld: desk.spaceHeld,
      selected: selection.keys,
    };
    const next = step(gesture, input, context);
    gesture = next.state;
    for (const effect of next.effects) carryOut(desk, effect);
    if (next.effects.length > 0) loop.request();
    showPointer();
  }

  function showPointer(): void {
    if (gesture.kind === "panning" || gesture.kind === "dragging") return surface.setPointerShape("grabbing");
    if (desk.spaceHeld || props.tool === "hand" || props.readOnly) return surface.setPointerShape("grab");
    const isOver = desk.pointer !== null && scene.topmostAt(desk.pointer) !== null;
    if (isOver) return surface.setPointerShape(props.mayWrite ? "grab" : "pointer");
    surface.setPointerShape(props.tool === "select" || !props.mayWrite ? "default" : "crosshair");
  }

  function sync(): void {
    if (!isStale) return;
    isStale = false;
    const snapshot = props.source.get();
    damage.rest(
      scene.update({
        snapshot,
        clusters: readClusters(snapshot),
        picture: props.picture,
        focusActor: props.focusActor,
        text,
      }),
    );
    damage.hand();
    const gone = new Set([...selection.keys, ...hand.held.keys()].filter((key) => !scene.item(key)));
    if (gone.size > 0) feed({ type: "gone", keys: gone });
    selection.prune((key) => scene.item(key));
    readPeers();
    const count = scene.arrangement?.items.length ?? 0;
    if (untouched && itemCount === 0 && count > 0) fitNow();
    itemCount = count;
  }

  function readPeers(): void {
    peers.update(props.peers.get(), props.sheet, (key) => scene.item(key), clock.now());
    damage.peers();
  }

  function fitNow(): void {
    if (!hasSize || !scene.arrangement) return;
    viewport.fit(scene.arrangement.bounds, clock.now(), 0);
    cameraMoved();
  }

  function obeyRequest(now: number): void {
    const request = props.viewRequest;
    if (!request || !hasSize || request.serial === obeyedSerial || !scene.arrangement) return;
    obeyedSerial = request.serial;
    untouched = false;
    viewport.obey(request, scene.arrangement.bounds, now, motion());
    cameraMoved();
  }

  function frame(now: number): boolean {
    sync();
    if (viewport.unseen) fitNow();
    obeyRequest(now);
    if (viewport.animate(now)) cameraMoved();
    const settled = hand.settle((key) => scene.item(key), now);
    const peersSettled = peers.settle((key) => scene.item(key), now);
    if (settled) damage.hand();
    if (peersSettled || peers.isMoving(now) || peersMovedLast) damage.peers();
    peersMovedLast = peers.isMoving(now);
    markAway(now);
    draw();
    return peersMovedLast || hand.isSettling || peers.isSettling || viewport.isMoving;
  }
  let peersMovedLast = false;

  /** Things that left their place, or came back to it, since the last frame. */
  function markAway(now: number): void {
    const next = new Map<ItemKey, "ghost" | "hidden">();
    for (const key of peers.held(now).keys()) next.set(key, "ghost");
    for (const [key, { lifted }] of hand.held) next.set(key, lifted ? "ghost" : "hidden");
    for (const key of new Set([...next.keys(), ...away.keys()])) {
      const item = scene.item(key);
      if (item && next.get(key) !== away.get(key)) damage.rest([inflate(item.rect, bleed)]);
    }
    away = next;
  }

  function draw(): void {
    if (!hasSize) return;
    const todo = damage.take();
    if (todo.rest) {
      repaint = todo.rest;
      surface.draw("rest");
      repaint = "all";
    }
    const isHandBare = hand.held.size === 0 && selection.refs.length === 0 && !desk.lasso && !desk.draft;
    if (todo.hand && (painted.hand || !isHandBare)) surface.draw("hand");
    const now = clock.now();
    const arePeersBare = peers.held(now).size + peers.cursors(now).length + peers.writing.length === 0;
    if (todo.peers && (painted.peers || !arePeersBare)) surface.draw("peers");
  }

  function easelOf(ctx: CanvasRenderingContext2D): Easel {
    const colours = tokens.colours[props.scheme ?? "light"];
    const brush = { colours, fontFamily: tokens.type.family, text, t: props.t, picture };
    return { ctx, pixelRatio, camera: viewport.camera, size: viewport.size, brush };
  }

  const sourceChanged = () => {
    isStale = true;
    loop.request();
  };
  const peersChanged = () => {
    readPeers();
    loop.request();
  };
  let stops = [initial.source.subscribe(sourceChanged), initial.peers.subscribe(peersChanged)];

  return {
    desk,
    setProps(next) {
      const before = props;
      props = next;
      if (next.source !== before.source || next.peers !== before.peers) {
        for (const stop of stops) stop();
        stops = [next.source.subscribe(sourceChanged), next.peers.subscribe(peersChanged)];
      }
      if (next.sheet !== before.sheet) {
        feed({ type: "interrupt" });
        hand.forget();
        desk.setDraft(null);
        selection.set([]);
        scene = createScene(next.sheets[next.sheet]);
        viewport.setSheet(next.sheet);
        untouched = viewport.unseen;
        itemCount = 0;
        cameraMoved();
      }
      if (!next.mayWrite && before.mayWrite) {
        if (gesture.kind === "dragging") feed({ type: "escape" });
      }
      isStale ||= layoutDiffers(before, next);
      if (next.t !== before.t || next.scheme !== before.scheme) damage.all();
      showPointer();
      loop.request();
    },
    setPicture(next) {
      picture = next;
      damage.rest("all");
      loop.request();
    },
    resize(size, ratio) {
      hasSize = size.width > 0 && size.height > 0;
      pixelRatio = ratio;
      viewport.resize(size);
      if (untouched && scene.arrangement) fitNow();
      cameraMoved();
      loop.request();
    },
    fontsChanged() {
      text = createTextSetter(measure);
      isStale = true;
      damage.all();
      loop.request();
    },
    paint(layer, ctx) {
      const easel = easelOf(ctx);
      const now = clock.now();
      switch (layer) {
        case "rest": {
          const keysOf = (wanted: "ghost" | "hidden") =>
            new Set([...away].flatMap(([key, how]) => (how === wanted ? [key] : [])));
          return paintRest(
            easel,
            { scene, lit: desk.lit, ghosts: keysOf("ghost"), hidden: keysOf("hidden") },
            repaint,
          );
        }
        case "hand": {
          const keys = selection.keys;
          const selected = [...keys].flatMap((key) => (away.has(key) ? [] : (scene.item(key) ?? [])));
          const { lasso, draft } = desk;
          const shown = { held: hand.held.values(), selected, selectedKeys: keys, lasso, draft };
          painted.hand = paintHand(easel, shown);
          return;
        }
        case "peers": {
          const held = [...peers.held(now)].flatMap(([key, thing]) => (hand.held.has(key) ? [] : [thing]));
          const cursors = peers.cursors(now);
          painted.peers = paintPeers(easel, { held, cursors, writing: peers.writing, shownAt: desk.shownAt });
        }
      }
    },
    hit(screen) {
      const world = toWorld(viewport.camera, screen);
      const inAnothersHand = [...peers.held(clock.now())].find(([, { item, at }]) =>
        contains({ ...item.rect, ...at }, world),
      );
      return inAnothersHand?.[0] ?? scene.topmostAt(world)?.key ?? null;
    },
    pointAt(screen) {
      desk.pointer = screen && roundPoint(toWorld(viewport.camera, screen));
      presence.push(null);
      if (gesture.kind === "idle") showPointer();
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
    screenRect: (area) => rectToScreen(viewport.camera, area),
    close() {
      feed({ type: "interrupt" });
      desk.pointer = null;
      presence.push(null);
      presence.flush();
      presence.close();
      views.close();
      loop.close();
      for (const stop of stops) stop();
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

const roundPoint = ({ x, y }: Point): CanvasPoint => ({
  x: Math.round(x * 10) / 10,
  y: Math.round(y * 10) / 10,
});
