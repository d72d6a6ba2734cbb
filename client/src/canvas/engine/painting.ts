import { tokens } from "../../theme/tokens.ts";
import { coloursOf } from "../colours.ts";
import { rectToScreen, toScreen, toWorld } from "../geometry/camera.ts";
import { layerPart } from "../geometry/layer-part.ts";
import type { Point, Rect } from "../geometry/rect.ts";
import { extentOf } from "../painters/item.ts";
import { firstStyle } from "../scene/drawing-style.ts";
import type { ItemKey } from "../scene/item.ts";
import type { Surface } from "./canvas-engine.ts";
import type { BusyLayer, LayerName } from "./damage.ts";
import type { Desk } from "./desk.ts";
import { linesAway } from "./lines-away.ts";
import type { Easel } from "./paint.ts";
import { handArea, type HandPicture, paintHand } from "./paint-hand.ts";
import { paintPeers, peersArea } from "./paint-peers.ts";
import type { Paints } from "./paints.ts";
import { shownGrips } from "./reaching.ts";
import { createResting } from "./resting.ts";
import { createSprites } from "./sprites.ts";

/** Decides at each frame which layers to paint, and paints them when their canvas is at hand. */
export interface Painting {
  /** Has the damaged layers drawn; layers with nothing on them, before and after, are left alone. Says whether the resting one changed. */
  draw(surface: Surface): boolean;
  /** Paints a layer: what is damaged while drawing, and all of it when the browser asks by itself. */
  paint(layer: LayerName, ctx: CanvasRenderingContext2D): void;
  /** Things painted at rest so far. */
  readonly thingsPainted: number;
  close(): void;
}

export function createPainting(desk: Desk, paints: Paints): Painting {
  const { hand, peers, selection, damage, clock } = desk;
  /** Things shown elsewhere than where they lie, at the last frame. */
  let away = new Map<ItemKey, "ghost" | "hidden">();
  const resting = createResting(desk, paints);
  const sprites = createSprites();
  let frameNow: number | null = null;
  /** What of the view each layer's canvas covers; null where there is none. */
  const parts: Record<BusyLayer, Rect | null> = { hand: null, peers: null };

  /** Damages the places that things left or came back to since the last frame. */
  function markAway(now: number): void {
    const next = new Map<ItemKey, "ghost" | "hidden">();
    for (const key of peers.held(now).keys()) next.set(key, "ghost");
    for (const [key, { lifted }] of hand.held) {
      if (lifted && hand.isCopying) continue;
      next.set(key, lifted ? "ghost" : "hidden");
    }
    // A line with an end in somebody's hand runs elsewhere, and leaves no ghost.
    for (const line of linesOff(now)) next.set(line.key, "hidden");
    if (desk.making?.kind === "resizing") next.set(desk.making.key, "hidden");
    for (const key of new Set([...next.keys(), ...away.keys()])) {
      const item = desk.scene.item(key);
      if (item && next.get(key) !== away.get(key)) damage.rest([extentOf(item)]);
    }
    away = next;
  }

  const linesOff = (now: number) => {
    const { mine, theirs } = linesAway(desk, now);
    return [...mine, ...theirs];
  };

  /** Has a layer drawn on a canvas for what is on it (world units), or taken away when nothing is. */
  function drawPart(layer: BusyLayer, area: Rect | "all" | null, surface: Surface): void {
    const { camera, size } = desk.viewport;
    const needed = area === "all" ? { x: 0, y: 0, ...size } : area && rectToScreen(camera, area);
    const before = parts[layer];
    const part = layerPart(needed, size, paints.pixelRatio, before);
    parts[layer] = part;
    if (part || before) surface.lay(layer, part);
    if (part) surface.draw(layer);
  }

  function showGuides(surface: Surface): void {
    const { guides, viewport, props } = desk;
    const onScreen = (at: Point) => toScreen(viewport.camera, at);
    const lines = guides.map(({ from, to }) => ({ from: onScreen(from), to: onScreen(to) }));
    surface.showGuides(lines, coloursOf(props).action);
  }

  function handPicture(now: number): HandPicture {
    const { scene, lasso, draft, making, props } = desk;
    const selectedKeys = selection.keys;
    const atRest = [...selectedKeys].flatMap((key) => (away.has(key) ? [] : (scene.shown(key) ?? [])));
    return {
      held: hand.held.values(),
      // Several in one pile have one ring.
      selected: [...new Set(atRest)],
      selectedKeys,
      lasso,
      draft,
      lines: linesAway(desk, now).mine,
      grips: shownGrips(desk)?.grips ?? [],
      making,
      makingTool: { tool: props.tool, style: props.style ?? firstStyle },
      free: scene.arrangement?.free,
    };
  }

  function peersPicture(now: number) {
    const held = [...peers.held(now)].flatMap(([key, thing]) => (hand.held.has(key) ? [] : [thing]));
    const { writing } = peers;
    const lines = linesAway(desk, now).theirs;
    return { held, cursors: peers.cursors(now), writing, shownAt: desk.shownAt, lines };
  }

  const keysAway = (how: "ghost" | "hidden") =>
    new Set([...away].flatMap(([key, is]) => (is === how ? [key] : [])));

  function easelOf(ctx: CanvasRenderingContext2D): Easel {
    const { t, readOnly = false } = desk.props;
    const { text, picture, pictureOf, pixelRatio } = paints;
    const colours = coloursOf(desk.props);
    const fontFamily = tokens.type.family;
    const brush = {
      colours,
      fontFamily,
      text,
      t,
      pressable: !readOnly,
      picture,
      pictureOf,
      farSize: resting.farSize,
      farTitles: resting.farTitles,
    };
    return { ctx, pixelRatio, camera: desk.viewport.camera, size: desk.viewport.size, brush };
  }

  return {
    draw(surface) {
      const now = clock.now();
      frameNow = now;
      markAway(now);
      const todo = damage.take();
      const hasChanged = resting.draw(
        todo,
        (changed) => {
          surface.draw("rest");
          surface.present(changed);
        },
        (at) => surface.show(at),
      );
      const { viewport } = desk;
      if (todo.hand) {
        drawPart("hand", handArea(handPicture(now), viewport.camera.zoom), surface);
        showGuides(surface);
      }
      if (todo.peers) drawPart("peers", peersArea(viewport, peersPicture(now)), surface);
      frameNow = null;
      return hasChanged;
    },
    get thingsPainted() {
      return resting.thingsPainted;
    },
    close: () => resting.close(),
    paint(layer, ctx) {
      const easel = easelOf(ctx);
      // While drawing, everything is where it was at the frame's beginning.
      const now = frameNow ?? clock.now();
      const { scene, lit } = desk;
      switch (layer) {
        case "rest":
          return resting.paint(easel, {
            scene,
            lit,
            ghosts: keysAway("ghost"),
            hidden: keysAway("hidden"),
          });
        case "hand":
          if (parts.hand) paintHand(onPart(easel, parts.hand), handPicture(now));
          return;
        case "peers":
          if (parts.peers) paintPeers(onPart(easel, parts.peers), { ...peersPicture(now), sprites });
      }
    },
  };
}

/** The part of the view that a layer's canvas covers, as seen from its corner. */
function onPart(easel: Easel, { x, y, width, height }: Rect): Easel {
  const { camera } = easel;
  return { ...easel, camera: { ...camera, ...toWorld(camera, { x, y }) }, size: { width, height } };
}
