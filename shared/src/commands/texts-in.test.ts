import { expect, test } from "vitest";
import { actorId, markId, noteId } from "../model/ids.ts";
import { freeSheetId } from "../model/sheet.ts";
import { textsIn } from "./texts-in.ts";

const id = "card-00001";

test("what people write is found in every command, and nothing else", () => {
  expect(
    textsIn({
      type: "actor.write",
      id: actorId(id),
      name: "Fair Play",
      category: "association",
      wall: null,
      answers: { activities: "Fodbold", partners: "Skolen", contribution: "" },
    }),
  ).toEqual(["Fair Play", "Fodbold", "Skolen"]);
  const position = { x: 0.5, y: 0.5 };
  expect(
    textsIn({ type: "mark.add", id: markId(id), kind: "resource", title: "Hal", text: "Ny", position }),
  ).toEqual(["Hal", "Ny"]);
  expect(
    textsIn({
      type: "note.add",
      id: noteId(id),
      sheet: "wall",
      text: "Husk",
      position: { x: 0, y: 0, z: 0 },
    }),
  ).toEqual(["Husk"]);
  const target = { record: "actor", id: actorId(id), field: "name" } as const;
  expect(textsIn({ type: "text.edit", target, text: "Ny" })).toEqual(["Ny"]);
  const sheet = freeSheetId("free-ideas-1");
  expect(textsIn({ type: "sheet.rename", id: sheet, title: "Idéer" })).toEqual(["Idéer"]);
  expect(textsIn({ type: "sheet.remove", id: sheet })).toEqual([]);
  expect(textsIn({ type: "workshop.rename", title: "Runde 1", area: "Mørkhøj" })).toEqual([
    "Runde 1",
    "Mørkhøj",
  ]);
  expect(textsIn({ type: "actor.set-category", id: actorId(id), category: "place" })).toEqual([]);
});
