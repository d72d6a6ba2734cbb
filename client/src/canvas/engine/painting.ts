import { tokens } from "../../theme/tokens.ts";
import { inflate, type Point } from "../geometry/rect.ts";
import { bleed } from "../painters/item.ts";
import type { Brush } from "../painters/brush.ts";
import { firstStyle } from "../scene/drawing-style.ts";
import { farSize } from "../scene/far-name.ts";
import type { ItemKey } from "../scene/item.ts";
import type { Damage } from "../scene/scene.ts";
import type { Arrangement } from "../scene/sheet.ts";
import type { TextSetter } from "../scene/text-setter.ts";
import type { LayerName } from "./damage.ts";
import type { Desk } from "./desk.ts";
import { linesAway } from "./lines-away.ts";
import { type Easel, originOf, paintPeers, paintRest, pushRest } from "./paint.ts";
import { paintHand } from "./paint-hand.ts";
import { shownGrips } from "./reaching.ts";

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
  /** Has the damaged layers drawn; layers with nothing on them, before and after, are left alone. Says whether the resting one was drawn. */
  draw(drawLayer: (layer: LayerName) => void): boolean;
  /** Paints a layer: what is damaged while drawing, and all of it when the browser asks by itself. */
  paint(layer: LayerName, ctx: CanvasRenderingContext2D): void;
  close(): void;
}

/** ms after the last push until everything is painted once more: pushed pieces meet in faint seams. */
const restAfter = 250;

export function createPainting(desk: Desk, paints: Paints): Painting {
  const { hand, peers, selection, damage, clock } = desk;
  /** Things shown elsewhere than where they lie, at the last frame. */
  let away = new Map<ItemKey, "ghost" | "hidden">();
  let repaint: Damage = "all";
  /** How the resting layer was painted last; null before that. */
  let pushedFrom: { zoom: number; origin: Point } | null = null;
  let callOffRest: (() => void) | null = null;
  const isPainted = { hand: false, peers: false };
  /** Size of the names from far away, and what it was found for. */
  let far: number | null = null;
  let farFor: { arrangement: Arrangement | null; zoom: number; text: TextSetter } | null = null;

  /** All names are painted anew when their common size changes. */
  function sizeNames(): void {
    const { arrangement } = desk.scene;
    const { zoom } = desk.viewport.camera;
    const { text } = paints;
    if (farFor?.arrangement === arrangement && farFor.zoom === zoom && farFor.text === text) return;
    farFor = { arrangement, zoom, text };
    const size = farSize(arrangement?.items ?? [], zoom, text);
    if (size !== far) damage.all();
    far = size;
  }

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
      if (item && next.get(key) !== away.get(key)) damage.rest([inflate(item.rect, bleed)]);
    }
    away = next;
  }

  const linesOff = (now: number) => {
    const { mine, theirs } = linesAway(desk, now);
    return [...mine, ...theirs];
  };

  /** Once the view has come to rest, a fresh painting takes the place of the pushed one. */
  function restLater(): void {
    callOffRest?.();
    callOffRest = clock.after(restAfter, () => {
      callOffRest = null;
      damage.rest("all");
      desk.loop.request();
    });
  }

  const keysAway = (how: "ghost" | "hidden") =>
    new Set([...away].flatMap(([key, is]) => (is === how ? [key] : [])));

  function easelOf(ctx: CanvasRenderingContext2D): Easel {
    const { scheme = "light", t } = desk.props;
    const { text, picture, pictureOf, pixelRatio } = paints;
    const colours = tokens.colours[scheme];
    const brush = { colours, fontFamily: tokens.type.family, text, t, picture, pictureOf, farSize: far };
    return { ctx, pixelRatio, camera: desk.viewport.camera, size: desk.viewport.size, brush };
  }

  return {
    draw(drawLayer) {
      const now = clock.now();
      markAway(now);
      sizeNames();
      const todo = damage.take();
      if (todo.rest || todo.moved) {
        repaint = todo.rest ?? [];
        drawLayer("rest");
        repaint = "all";
      }
      const isHandBare =
        hand.held.size + selection.keys.size === 0 && !desk.lasso && !desk.draft && !desk.making;
      if (todo.hand && (isPainted.hand || !isHandBare)) drawLayer("hand");
      const arePeersBare = peers.held(now).size + peers.cursors(now).length + peers.writing.length === 0;
      if (todo.peers && (isPainted.peers || !arePeersBare)) drawLayer("peers");
      return todo.rest !== null || todo.moved;
    },
    close() {
      callOffRest?.();
      callOffRest = null;
    },
    paint(layer, ctx) {
      const easel = easelOf(ctx);
      const now = clock.now();
      const { scene, lit, lasso, draft } = desk;
      switch (layer) {
        case "rest": {
          const shown = { scene, lit, ghosts: keysAway("ghost"), hidden: keysAway("hidden") };
          const origin = originOf(easel);
          const before = pushedFrom;
          pushedFrom = { zoom: easel.camera.zoom, origin };
          if (repaint === "all" || before?.zoom !== easel.camera.zoom) return paintRest(easel, shown, "all");
          const by = { x: origin.x - before.origin.x, y: origin.y - before.origin.y };
          if (by.x !== 0 || by.y !== 0) restLater();
          return pushRest(easel, shown, by, repaint);
        }
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
          const held = [...peers.held(now)].flatMap(([key, thing]) => (hand.held.has(key) ? [] : [thing]));
          const { writing } = peers;
          const { shownAt } = desk;
          const lines = linesAway(desk, now).theirs;
          isPainted.peers = paintPeers(easel, { held, cursors: peers.cursors(now), writing, shownAt, lines });
        }
      }
    },
  };
}
