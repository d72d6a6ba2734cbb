import type { Point } from "@faelleskort/client/canvas/geometry/rect.ts";
import type { Element, ElementKind, ElementOf } from "@faelleskort/shared/model/element.ts";
import type { Note } from "@faelleskort/shared/model/note.ts";
import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { eventually } from "../../kit/eventually.ts";
import { readExport } from "./board-file.ts";
import type { Person } from "./person.ts";

/** A hand at work on a free sheet, and what of it has come to the server. */
export class FreeHand {
  readonly person: Person;
  readonly #url: string;
  readonly #workshop: () => WorkshopId;

  constructor(person: Person, url: string, workshop: () => WorkshopId) {
    this.person = person;
    this.#url = url;
    this.#workshop = workshop;
  }

  get paper() {
    return this.person.page.getByRole("application");
  }

  async keys(...pressed: readonly string[]): Promise<void> {
    for (const key of pressed) {
      // One key after the other, as a hand does.
      // oxlint-disable-next-line no-await-in-loop
      await this.person.page.keyboard.press(key);
    }
  }

  /** Presses, moves through points and lets go, with the mouse. */
  async drag(...points: readonly Point[]): Promise<void> {
    const { mouse } = this.person.page;
    const [first, ...others] = points;
    if (!first) return;
    await mouse.move(first.x, first.y);
    await mouse.down();
    for (const { x, y } of others) {
      // oxlint-disable-next-line no-await-in-loop
      await mouse.move(x, y, { steps: 6 });
    }
    await mouse.up();
  }

  async #board() {
    const { board } = await readExport(this.person.context.request, this.#url, this.#workshop());
    return board;
  }

  async notes(): Promise<readonly Note[]> {
    return (await this.#board()).notes.filter(({ deleted }) => !deleted);
  }

  async elements<Kind extends ElementKind>(kind: Kind): Promise<readonly ElementOf<Kind>[]> {
    const isOfKind = (element: Element): element is ElementOf<Kind> => element.kind === kind;
    return (await this.#board()).elements.filter(({ deleted }) => !deleted).filter(isOfKind);
  }

  /** What comes to the server as the only new thing of its kind while something is done. */
  async made<Kind extends ElementKind>(kind: Kind, act: () => Promise<void>): Promise<ElementOf<Kind>> {
    const before = new Set((await this.elements(kind)).map(({ id }) => id));
    await act();
    return eventually(`a new ${kind}`, async () => {
      const [added, another] = (await this.elements(kind)).filter(({ id }) => !before.has(id));
      return another === undefined && added;
    });
  }

  async element<Kind extends ElementKind>(kind: Kind, id: string): Promise<ElementOf<Kind>> {
    const found = (await this.elements(kind)).find((element) => element.id === id);
    if (!found) throw new Error(`there is no ${kind} ${id}`);
    return found;
  }
}

export const elementRef = ({ id }: Pick<Element, "id">) => ({ record: "element", id }) as const;
export const noteRef = ({ id }: Pick<Note, "id">) => ({ record: "note", id }) as const;
