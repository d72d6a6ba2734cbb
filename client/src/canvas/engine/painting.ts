import { tokens } from "../../theme/tokens.ts";
import { coloursOf } from "../colours.ts";
import { extentOf } from "../painters/item.ts";
import type { Brush } from "../painters/brush.ts";
import { firstStyle } from "../scene/drawing-style.ts";
import type { ItemKey } from "../scene/item.ts";
import type { TextSetter } from "../scene/text-setter.ts";
import type { Surface } from "./canvas-engine.ts";
import type { LayerName } from "./damage.ts";
import type { Desk } from "./desk.ts";
import { linesAway } from "./lines-away.ts";
import type { Easel } from "./paint.ts";
import { paintHand } from "./paint-hand.ts";
import { arePeersInView, paintPeers } from "./paint-peers.ts";
import { shownGrips } from "./reaching.ts";
import { createResting } from "./resting.ts";
import { createSprites } from "./sprites.ts";

/** What the layers are painted with besides the desk. */
export interface Paints {
  text: TextSetter;
  picture: CanvasImageSource | null;
  /** A picture that lies on the sheet, once it has come. */
  pictureOf: Brush["pictureOf"];
  /** Device px per CSS px. */
  pixelRatio: number;
}

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
  const isPainted = { hand: false, peers: false };

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

  function drawShown(layer: "hand" | "peers", surface: Surface): void {
    const wasPainted = isPainted[layer];
    surface.draw(layer);
    if (isPainted[layer] !== wasPainted) surface.setShown(layer, isPainted[layer]);
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
    const { t } = desk.props;
    const { text, picture, pictureOf, pixelRatio } = paints;
    const colours = coloursOf(desk.props);
    const fontFamily = tokens.type.family;
    const brush = {
      colours,
      fontFamily,
      text,
      t,
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
        () => surface.draw("rest"),
        (at) => surface.show(at),
      );
      const isHandBare =
        hand.held.size + selection.keys.size === 0 && !desk.lasso && !desk.draft && !desk.making;
      if (todo.hand && (isPainted.hand || !isHandBare)) drawShown("hand", surface);
      if (todo.peers && (isPainted.peers || arePeersInView(desk.viewport, peersPicture(now)))) {
        drawShown("peers", surface);
      }
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
      const { scene, lit, lasso, draft } = desk;
      switch (layer) {
        case "rest":
          return resting.paint(easel, {
            scene,
            lit,
            ghosts: keysAway("ghost"),
            hidden: keysAway("hidden"),
          });
        case "hand": {
          const selectedKeys = selection.keys;
          const selected = [...selectedKeys].flatMap((key) => (away.has(key) ? [] : (scene.item(key) ?? [])));
          isPainted.hand = paintHand(easel, {
            held: hand.held.values(),
            selected,
            selectedKeys,
            lasso,
            draft,
            guides: desk.guides,
            lines: linesAway(desk, now).mine,
            grips: shownGrips(desk)?.grips ?? [],
            making: desk.making,
            makingTool: { tool: desk.props.tool, style: desk.props.style ?? firstStyle },
            free: scene.arrangement?.free,
          });
          return;
        }
        case "peers": {
          isPainted.peers = paintPeers(easel, { ...peersPicture(now), sprites });
        }
      }
    },
  };
}
