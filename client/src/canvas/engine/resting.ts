import { type Camera, rectToScreen } from "../geometry/camera.ts";
import {
  cameraAhead,
  originOf,
  type Plate,
  plateCamera,
  plateSize,
  type Showing,
  showingOf,
} from "../geometry/plate.ts";
import type { Point } from "../geometry/rect.ts";
import { farSize } from "../scene/far-name.ts";
import { type FarTitles, farTitlesOf, sameTitles } from "../scene/far-titles.ts";
import type { Damage } from "../scene/scene.ts";
import type { Arrangement } from "../scene/sheet.ts";
import type { TextSetter } from "../scene/text-setter.ts";
import type { Desk } from "./desk.ts";
import { type Easel, paintRest, pushRest, type RestPicture } from "./paint.ts";

/** What the resting layer is painted with. */
export interface RestPaints {
  readonly text: TextSetter;
  readonly pixelRatio: number;
}

/** The layer of what rests: decides at each frame whether to paint on its plate, and how to show it. */
export interface Resting {
  /**
   * Shows the plate for the present view, having it painted first where that is needed (CSS px of the plate). Returns whether anything
   * changed.
   */
  draw(
    todo: { rest: Damage | null; moved: boolean },
    paint: (changed: Damage) => void,
    show: (at: Showing) => void,
  ): boolean;
  /** Paints the plate: what `draw` asked for while it runs, else all of it. */
  paint(easel: Easel, picture: RestPicture): void;
  /** The size of all names from far away, world units; null when they have no room. */
  readonly farSize: number | null;
  /** Where marks' titles stand from far away; null from near. */
  readonly farTitles: FarTitles | null;
  /** Things painted so far, each as often as it was painted. */
  readonly thingsPainted: number;
  close(): void;
}

/** ms after the last move until the plate is painted anew: pushed pieces meet in faint seams, and another size is unsharp. */
export const restAfter = 200;

export function createResting(desk: Desk, paints: RestPaints): Resting {
  let plate: Plate | null = null;
  let job: { readonly damage: Damage; readonly by: Point | null } = { damage: "all", by: null };
  let shown: Showing | null = null;
  /** Painted in pieces, or shown in another size than it was painted in. */
  let isRough = false;
  let callOffRest: (() => void) | null = null;
  let thingsPainted = 0;
  let far: number | null = null;
  let titles: FarTitles | null = null;
  let farFor: { arrangement: Arrangement | null; zoom: number; text: TextSetter } | null = null;

  /** Once the view has come to rest, a fresh painting takes the place of the rough one. */
  function restLater(): void {
    callOffRest?.();
    callOffRest = desk.clock.after(restAfter, () => {
      callOffRest = null;
      desk.damage.rest("all");
      desk.loop.request();
    });
  }

  /** All names have one size, and titles give way to each other. Returns whether that changed, so that all must be painted anew. */
  function sizeNames(zoom: number): boolean {
    const { arrangement } = desk.scene;
    const { text } = paints;
    if (farFor?.arrangement === arrangement && farFor.zoom === zoom && farFor.text === text) return false;
    farFor = { arrangement, zoom, text };
    const before = { far, titles };
    const { items: all = [], piles } = arrangement ?? {};
    // What is fanned out is read from near, whatever the zoom.
    const items = piles && piles.pileOf.size > 0 ? all.filter(({ key }) => !piles.pileOf.has(key)) : all;
    far = farSize(items, zoom, text);
    titles = farTitlesOf(items, zoom, text);
    return far !== before.far || !sameTitles(titles, before.titles);
  }

  /** A plate for a view. */
  function plateFor(camera: Camera): Plate {
    const { size } = desk.viewport;
    const { pixelRatio: ratio } = paints;
    const whole = plateSize(size, ratio);
    return {
      zoom: camera.zoom,
      origin: originOf(plateCamera(camera, size, whole), ratio),
      ratio,
      size: whole,
    };
  }

  /** The plate for the present view, and how the one before becomes it. `onTheWay`: the view is on its way to another zoom. */
  function renew(damage: Damage, onTheWay: boolean): void {
    const { camera, size } = desk.viewport;
    const before = plate;
    const further = onTheWay && before ? plateFor(cameraAhead(before, camera, size)) : null;
    plate = further && showingOf(further, camera, size) ? further : plateFor(camera);
    const { zoom, origin, ratio, size: whole } = plate;
    const canPush =
      damage !== "all" &&
      before?.zoom === zoom &&
      before.ratio === ratio &&
      before.size.width === whole.width &&
      before.size.height === whole.height;
    if (sizeNames(zoom) || !canPush || titles !== null) {
      job = { damage: "all", by: null };
      isRough = false;
    } else {
      job = { damage, by: { x: origin.x - before.origin.x, y: origin.y - before.origin.y } };
      isRough = true;
    }
  }

  /** CSS px of the plate. */
  const onPlate = (damage: Damage): Damage => {
    if (damage === "all" || !plate) return "all";
    const camera = seenFrom(plate);
    return damage.map((area) => rectToScreen(camera, area));
  };

  return {
    draw({ rest, moved }, paint, show) {
      const { camera, size } = desk.viewport;
      if (rest === null && !moved) return false;
      const isPart = rest !== null && rest !== "all" && rest.length > 0;
      // Titles reach beyond their marks: they are painted together.
      const isNew =
        plate === null ||
        rest === "all" ||
        (rest !== null && sizeNames(plate.zoom)) ||
        (isPart && titles !== null);
      const showing = plate && !isNew ? showingOf(plate, camera, size) : null;
      if (showing === null) {
        renew(isNew ? "all" : (rest ?? []), !isNew);
        paint(job.by && isStill(job.by) ? onPlate(job.damage) : "all");
      } else if (rest !== null && rest.length > 0) {
        job = { damage: rest, by: null };
        paint(onPlate(rest));
      }
      job = { damage: "all", by: null };
      const at = showing ?? (plate && showingOf(plate, camera, size));
      if (at && !(shown && sameShowing(shown, at))) show(at);
      shown = at;
      if (moved && (isRough || at?.scale !== 1)) restLater();
      return true;
    },
    paint(easel, picture) {
      // The browser asked by itself.
      if (!plate) renew("all", false);
      if (!plate) return;
      const own = { ...easel, camera: seenFrom(plate), size: plate.size };
      const { damage, by } = job;
      thingsPainted +=
        by && damage !== "all" ? pushRest(own, picture, by, damage) : paintRest(own, picture, damage);
    },
    get farSize() {
      return far;
    },
    get farTitles() {
      return titles;
    },
    get thingsPainted() {
      return thingsPainted;
    },
    close() {
      callOffRest?.();
      callOffRest = null;
    },
  };
}

const isStill = ({ x, y }: Point): boolean => x === 0 && y === 0;
const seenFrom = ({ zoom, origin, ratio }: Plate): Camera => ({
  x: -origin.x / (ratio * zoom),
  y: -origin.y / (ratio * zoom),
  zoom,
});
const sameShowing = (a: Showing, b: Showing): boolean => a.x === b.x && a.y === b.y && a.scale === b.scale;
