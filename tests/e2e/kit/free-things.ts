import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { paletteColours } from "@faelleskort/shared/model/colour.ts";
import { elementSizes, type NewElement } from "@faelleskort/shared/model/element.ts";
import { elementId, groupId, noteId, type PictureId } from "@faelleskort/shared/model/ids.ts";
import type { FreeSheetId } from "@faelleskort/shared/model/sheet.ts";
import * as Y from "yjs";
import { enter } from "../../contracts/raw-client.ts";
import type { Guest } from "../../contracts/running-app.ts";

const element = (added: NewElement): BoardCommand => ({ type: "element.add", element: added });
/** A wave, as a hand draws it: x, y, x, y … */
const wave = Array.from({ length: 30 }, (_, index) => [index * 8, 30 + 28 * Math.sin(index / 3)]).flat();

/** One of everything that can lie on a free sheet, in every colour and size, laid out so that nothing covers anything else's words. */
export function everyFreeThing(sheet: FreeSheetId, picture: PictureId): readonly BoardCommand[] {
  const frame = elementId("look-frame");
  const group = groupId("look-group");
  const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
  const words = [
    "Åben skole om lørdagen",
    "مجموعة الحي",
    "Hvem har nøglen til Rød-Grøn-Blå-gruppens lokale?",
  ];
  return [
    ...paletteColours.map((colour, index): BoardCommand => ({
      type: "note.add",
      id: noteId(`look-note-${colour}`),
      sheet,
      text: words[index % words.length] ?? "",
      position: { x: (index % 4) * 230, y: Math.floor(index / 4) * 210, z: index },
      colour,
    })),
    ...elementSizes.map((size, index) =>
      element({
        kind: "text",
        id: elementId(`look-text-${size}`),
        sheet,
        text: "Hvad prøver vi først?",
        box: box(960, index * 70, 420, 50),
        colour: "ink",
        size,
      }),
    ),
    ...(["rectangle", "ellipse"] as const).flatMap((form, row) =>
      ([null, "green"] as const).map((fill, column) =>
        element({
          kind: "shape",
          id: elementId(`look-shape-${row}-${column}`),
          sheet,
          text: fill === null ? "" : "Klubhuset",
          box: box(960 + column * 220, 230 + row * 150, 180, 110),
          form,
          colour: row === 0 ? "blue" : "violet",
          fill,
          size: column === 0 ? "l" : "m",
        }),
      ),
    ),
    element({
      kind: "frame",
      id: frame,
      sheet,
      text: "Til foråret",
      box: box(0, 460, 560, 360),
      colour: "orange",
    }),
    {
      type: "note.add",
      id: noteId("look-inside"),
      sheet,
      text: "I rammen",
      position: { x: 30, y: 530, z: 20 },
      frame,
    },
    ...(["pen", "marker"] as const).map((pen, index) =>
      element({
        kind: "stroke",
        id: elementId(`look-stroke-${pen}`),
        sheet,
        text: "",
        box: box(280, 540 + index * 110, 232, 58),
        points: wave,
        pen,
        colour: index === 0 ? "ink" : "yellow",
        size: "m",
        frame,
      }),
    ),
    element({
      kind: "picture",
      id: elementId("look-picture"),
      sheet,
      text: "Skolen fra parken",
      box: box(600, 460, 320, 220),
      picture,
    }),
    ...[0, 1].map((index) =>
      element({
        kind: "shape",
        id: elementId(`look-grouped-${index}`),
        sheet,
        text: `Sammen ${index + 1}`,
        box: box(960 + index * 220, 560, 180, 90),
        form: "rectangle",
        colour: "pink",
        fill: "pink",
        size: "s",
        group,
      }),
    ),
    element({
      kind: "connector",
      id: elementId("look-arrow"),
      sheet,
      text: "spørger",
      from: {
        type: "bound",
        target: { record: "element", id: elementId("look-picture") },
        at: { x: 920, y: 570 },
      },
      to: {
        type: "bound",
        target: { record: "element", id: elementId("look-grouped-0") },
        at: { x: 960, y: 605 },
      },
      heads: "end",
      bend: null,
      colour: "ink",
      size: "m",
    }),
    ...(["none", "both"] as const).map((heads, index) =>
      element({
        kind: "connector",
        id: elementId(`look-line-${heads}`),
        sheet,
        text: "",
        from: { type: "free", x: 620, y: 740 + index * 50 },
        to: { type: "free", x: 1_340, y: 710 + index * 90 },
        heads,
        bend: { form: index === 0 ? "curve" : "kink", x: 40, y: index === 0 ? -40 : 70 },
        colour: index === 0 ? "grey" : "orange",
        size: index === 0 ? "s" : "l",
      }),
    ),
    { type: "free.lock", refs: [{ record: "note", id: noteId("look-note-ink") }], locked: true },
  ];
}

/** Gives commands to a workshop's board as somebody there, and waits until all of it is saved. */
export async function writeBoard(
  url: string,
  guest: Guest,
  commands: readonly BoardCommand[],
): Promise<void> {
  const doc = new Y.Doc();
  const author = { label: "Anne", participantId: null };
  for (const command of commands) {
    const decision = decideBoard(readBoard(doc), command, { author, now: 1, role: guest.role });
    if (!decision.ok) throw new Error(`${command.type}: ${decision.error}`);
    applyChanges(doc, decision.value, null);
  }
  const client = await enter(url, guest);
  client.update(Y.encodeStateAsUpdate(doc));
  await client.saved(1);
  client.close();
}
