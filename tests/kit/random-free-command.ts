import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import { paletteColours } from "@faelleskort/shared/model/colour.ts";
import {
  bendForms,
  type ConnectorEnd,
  type FreeRef,
  type NewElement,
} from "@faelleskort/shared/model/element.ts";
import { elementId, groupId, noteId, pictureId } from "@faelleskort/shared/model/ids.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Random } from "./random.ts";

const sheets = [freeSheetId("free-first-1"), freeSheetId("free-second"), "wall"] as const;
const groups = [groupId("group-1"), groupId("group-2"), null];
const idText = (random: Random) => `free-${random.below(1e9).toString(36).padStart(8, "0")}`;
const point = (random: Random) => ({ x: random.below(4000), y: random.below(3000) });

function refsOf({ notesById, elementsById }: BoardSnapshot): FreeRef[] {
  return [
    ...[...notesById.keys()].map((id) => ({ record: "note", id }) as const),
    ...[...elementsById.keys()].map((id) => ({ record: "element", id }) as const),
  ];
}

function randomElement(snapshot: BoardSnapshot, random: Random): NewElement {
  const refs = refsOf(snapshot);
  const frames = [...snapshot.elementsById.values()].flatMap((one) => (one.kind === "frame" ? [one.id] : []));
  const box = { ...point(random), width: 10 + random.below(300), height: 10 + random.below(300) };
  const end = (): ConnectorEnd =>
    refs.length > 0 && random.chance(0.7)
      ? { type: "bound", target: random.pick(refs), at: point(random) }
      : { type: "free", ...point(random) };
  const bend = () =>
    random.pick([null, { form: random.pick(bendForms), x: random.below(200) - 100, y: random.below(200) }]);
  const common = {
    id: elementId(idText(random)),
    sheet: random.pick(sheets.slice(0, 2)) === sheets[0] ? sheets[0] : sheets[1],
    text: random.pick(["", "Åben skole", "🙂"]),
    group: random.pick(groups),
    frame: frames.length > 0 && random.chance(0.4) ? random.pick(frames) : null,
  };
  const colour = random.pick(paletteColours);
  const size = random.pick(["s", "m", "l"] as const);
  return random.pick<() => NewElement>([
    () => ({ ...common, kind: "text", box, colour, size }),
    () => ({
      ...common,
      kind: "shape",
      box,
      form: "ellipse",
      colour,
      fill: random.pick([colour, null]),
      size,
    }),
    () => ({ ...common, kind: "frame", box, colour }),
    () => ({ ...common, kind: "picture", box, picture: pictureId("picture-1") }),
    () => ({
      ...common,
      kind: "stroke",
      box,
      points: [0, 0, 3.5, random.below(90)],
      pen: "pen",
      colour,
      size,
    }),
    () => ({
      ...common,
      kind: "connector",
      from: end(),
      to: end(),
      heads: "end",
      bend: bend(),
      colour,
      size,
    }),
  ])();
}

/** One random command that a person could give on a free sheet; some of it is bound to be turned down. */
export function randomFreeCommand(snapshot: BoardSnapshot, random: Random): BoardCommand {
  const refs = refsOf(snapshot);
  const elements = [...snapshot.elementsById.values()];
  const add = (): BoardCommand => ({ type: "element.add", element: randomElement(snapshot, random) });
  if (elements.length < 2) return add();
  const some = (): FreeRef[] => Array.from({ length: 1 + random.below(4) }, () => random.pick(refs));
  const frameOf = () => random.pick([undefined, null, random.pick(elements).id]);
  return random.pick<() => BoardCommand>([
    add,
    add,
    () => ({
      type: "note.add",
      id: noteId(idText(random)),
      sheet: random.pick(sheets),
      text: "Husk",
      position: { ...point(random), z: 0 },
      colour: random.pick(paletteColours),
    }),
    () => {
      const { id } = random.pick(elements);
      const like = randomElement(snapshot, random);
      switch (like.kind) {
        case "shape":
          return {
            type: "element.change",
            id,
            changes: { box: like.box, fill: like.fill, colour: like.colour },
          };
        case "stroke":
          return { type: "element.change", id, changes: { box: like.box, points: like.points } };
        case "connector":
          return { type: "element.change", id, changes: { from: like.from, to: like.to, bend: like.bend } };
        case "text":
        case "frame":
        case "picture":
          return { type: "element.change", id, changes: { box: like.box } };
      }
    },
    () => ({
      type: "free.move",
      moves: some().map((ref) => {
        const frame = frameOf();
        return { ref, to: point(random), ...(frame === undefined ? {} : { frame }) };
      }),
    }),
    () => ({ type: "free.arrange", refs: some(), to: random.pick(["front", "back"]) }),
    () => ({ type: "free.group", refs: some(), group: random.pick(groups) }),
    () => ({ type: "free.recolour", refs: some(), colour: random.pick(paletteColours) }),
    () => ({ type: "free.lock", refs: some(), locked: random.chance(0.5) }),
    () => ({
      type: "text.edit",
      target: { record: "element", id: random.pick(elements).id, field: "text" },
      text: random.pick(["Ny tekst", "", "længere tekst 🙂"]),
    }),
    () => ({ type: "records.delete", records: some() }),
    () => ({ type: "records.restore", records: some() }),
  ])();
}
