import { fitted, toScreen } from "@faelleskort/client/canvas/geometry/camera.ts";
import type { Point } from "@faelleskort/client/canvas/geometry/rect.ts";
import { fitMargin } from "@faelleskort/client/canvas/engine/viewport.ts";
import { createTextSetter } from "@faelleskort/client/canvas/scene/text-setter.ts";
import { sheetOf } from "@faelleskort/client/sheets/sheets-by-id.ts";
import { toSquare } from "@faelleskort/client/sheets/priority-geometry.ts";
import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { UnitPoint } from "@faelleskort/shared/model/geometry.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import { clusters } from "@faelleskort/shared/views/clusters.ts";
import { restingAt, shownAt } from "./canvas-hand.ts";
import type { Person } from "./person.ts";

type Layout = ReturnType<ReturnType<typeof sheetOf>["startLayout"]>;

/** A sheet remembers who lay where, so that nothing moves under somebody's hand; so must its likeness, until the page is loaded anew. */
const layoutsByPage = new WeakMap<Person["page"], Map<SheetId, Layout>>();

/** Loads the page anew, as somebody does who wants a fresh look. */
export async function reload(person: Person): Promise<void> {
  await person.page.reload();
  layoutsByPage.delete(person.page);
}

/**
 * Where things are on a person's screen after they pressed "Vis det hele". The canvas has no elements to ask, so the
 * sheet's own layout is asked: what it answers is checked by the drag hitting what it should.
 */
export interface SheetMap {
  /** The middle of the card or mark with this name, in page px. */
  card(name: string): Point;
  /** A point of the priority model, in page px. */
  model(point: UnitPoint): Point;
  /** A point of the area picture as fractions of it, in page px. */
  ground(fractions: UnitPoint): Point;
}

export async function mapOf(
  person: Person,
  sheet: SheetId,
  snapshot: BoardSnapshot,
  picture: { readonly width: number; readonly height: number } | null = null,
): Promise<SheetMap> {
  await person.press("Vis det hele");
  const box = await person.page.getByRole("application").boundingBox();
  if (!box) throw new Error("there is no canvas");
  const layouts = layoutsByPage.get(person.page) ?? new Map<SheetId, Layout>();
  const layout = layouts.get(sheet) ?? sheetOf(sheet).startLayout();
  layoutsByPage.set(person.page, layouts.set(sheet, layout));
  const text = createTextSetter((letters, { size }) => letters.length * size * 0.5);
  const all = clusters(snapshot);
  const { items, bounds } = layout({ snapshot, clusters: all, picture, focusActor: null, text });
  const camera = fitted(bounds, box, fitMargin);
  // The paper glides there; a click on its way meets whatever is there then.
  const anything = await firstShown(
    person,
    items.flatMap((item) => ("ref" in item ? [item.ref] : [])),
  );
  if (anything) await restingAt(person, anything);
  const onPage = (world: Point): Point => {
    const { x, y } = toScreen(camera, world);
    return { x: box.x + x, y: box.y + y };
  };
  return {
    card(name) {
      const item = items.find((one) =>
        "cluster" in one ? one.cluster.lead.name === name : one.kind === "mark" && one.mark.title === name,
      );
      if (!item) throw new Error(`no card named ${name} on the sheet`);
      const { x, y, width, height } = item.rect;
      return onPage({ x: x + width / 2, y: y + height / 2 });
    },
    model: (point) => onPage(toSquare(point)),
    ground: ({ x, y }) => onPage({ x: bounds.x + bounds.width * x, y: bounds.y + bounds.height * y }),
  };
}

/** The first of these that the canvas shows by itself: what lies in a pile has no place of its own. */
async function firstShown(person: Person, refs: readonly RecordRef[]): Promise<RecordRef | null> {
  for (const ref of refs) {
    // oxlint-disable-next-line no-await-in-loop
    const isShown = await shownAt(person, ref).then(
      () => true,
      () => false,
    );
    if (isShown) return ref;
  }
  return null;
}

/** Presses at one point, moves in steps as a hand does, and lets go at another. */
export async function drag(person: Person, from: Point, to: Point): Promise<void> {
  const { mouse } = person.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 6 });
  await mouse.move(to.x, to.y, { steps: 6 });
  await mouse.up();
}
