import { describe, expect, test } from "vitest";
import * as v from "valibot";
import * as Y from "yjs";
import { BoardCommandSchema } from "../commands/board-command.ts";
import { decideBoard } from "../commands/decide-board.ts";
import { applyChanges } from "../doc/apply.ts";
import { readBoard } from "../doc/read-board.ts";
import { priorityFields } from "../method/fields.ts";
import type { BoardSnapshot } from "../model/board.ts";
import { contentLimits } from "../model/limits.ts";
import { clusters } from "../views/clusters.ts";
import { duplicateGroups } from "../views/duplicates.ts";
import { keyPeople, priorityList, unplaced } from "../views/priority.ts";
import { exampleCommands, examplePicture, exampleWorkshop } from "./hoje-gladsaxe.ts";

function counter(): () => string {
  let next = 0;
  return () => `example-${String(next++).padStart(6, "0")}`;
}

/** The commands through the public decisions into a document, as the client does it; throws on a rejection. */
function played(): BoardSnapshot {
  const doc = new Y.Doc();
  exampleCommands(counter()).forEach(({ author, command }, index) => {
    const decision = decideBoard(readBoard(doc), command, { author, now: 1_000 + index });
    if (!decision.ok) throw new Error(`${command.type} was rejected: ${decision.error}`);
    if (decision.value.length === 0) throw new Error(`${command.type} changed nothing`);
    applyChanges(doc, decision.value, null);
  });
  return readBoard(doc);
}

const board = played();
const all = clusters(board);
const texts = [
  ...[...board.actorsById.values()].flatMap(({ name, answers, author }) => [
    name,
    ...Object.values(answers),
    author.label,
  ]),
  ...[...board.marksById.values()].flatMap(({ title, text, author }) => [title, text, author.label]),
  ...[...board.notesById.values()].map(({ text }) => text),
].filter((text) => text !== "");

describe("the example Høje Gladsaxe", () => {
  test("is made of commands that the public schema takes as they are", () => {
    for (const { command } of exampleCommands(counter())) {
      expect(v.parse(BoardCommandSchema, command)).toEqual(command);
    }
  });

  test("gives the same commands for the same ids", () => {
    expect(exampleCommands(counter())).toEqual(exampleCommands(counter()));
  });

  test("has actors of every category, marks of both kinds, and notes", () => {
    expect(all.length).toBeGreaterThanOrEqual(28);
    expect(new Set(all.map(({ lead }) => lead.category))).toEqual(
      new Set(["institution", "association", "enthusiast", "place", null]),
    );
    const marks = [...board.marksById.values()];
    expect(marks.length).toBeGreaterThanOrEqual(14);
    expect(marks.filter(({ kind }) => kind === "resource").length).toBeGreaterThanOrEqual(8);
    expect(marks.filter(({ kind }) => kind === "challenge").length).toBeGreaterThanOrEqual(5);
    expect(board.notesById.size).toBe(7);
  });

  test("has who-cards answered in full, in part and not at all", () => {
    const counts = new Set(all.map(({ answered }) => answered));
    expect(counts).toEqual(new Set([0, 1, 2, 3]));
    expect(all.filter(({ answered }) => answered === 3).length).toBeGreaterThan(all.length / 2);
    expect(all.filter(({ lead }) => lead.onWhoCard).length).toBe(25);
  });

  test("uses all four fields, with six key people or more, and leaves some in the tray", () => {
    const list = priorityList(all);
    for (const field of priorityFields) expect(list[field].length).toBeGreaterThanOrEqual(3);
    expect(keyPeople(all).length).toBeGreaterThanOrEqual(6);
    expect(all.length - unplaced(all).length).toBeGreaterThanOrEqual(20);
    expect(unplaced(all).length).toBeGreaterThanOrEqual(8);
  });

  test("places cards so that none covers another in the priority model", () => {
    const placed = all.flatMap(({ placement }) => (placement ? [placement] : []));
    for (const [index, a] of placed.entries()) {
      for (const b of placed.slice(index + 1)) {
        expect(Math.abs(a.x - b.x) >= 0.1 || Math.abs(a.y - b.y) >= 0.075, JSON.stringify([a, b])).toBe(true);
      }
    }
  });

  test("has one pair merged with both authors, one pair to suggest, and one only people can see", () => {
    const merged = all.filter(({ members }) => members.length > 1);
    expect(merged.map(({ lead, members, authors }) => [lead.name, members.length, authors.length])).toEqual([
      ["Fædregruppen", 2, 2],
    ]);
    const suggested = duplicateGroups(all).map((group) => group.map(({ lead }) => lead.name));
    expect(suggested).toEqual([["Bydelsmødrene", "Foreningen Bydelsmødrene"]]);
    const names = all.map(({ lead }) => lead.name);
    expect(names).toEqual(expect.arrayContaining(["Biblioteket", "Høje Gladsaxe Bibliotek"]));
  });

  test("lays the wall out with no card on another", () => {
    const boxes = [
      ...all.map(({ lead }) => {
        if (!lead.wall) throw new Error(`${lead.name} has no seat on the wall`);
        return { ...lead.wall, ...(lead.onWhoCard ? { w: 320, h: 232 } : { w: 200, h: 128 }) };
      }),
      ...[...board.notesById.values()].map(({ position }) => ({ ...position, w: 180, h: 120 })),
    ];
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
        expect(apart, JSON.stringify([a, b])).toBe(true);
      }
    }
  });

  test("keeps every text short, well within the limits, and its marks on the picture", () => {
    for (const { name, answers, author } of board.actorsById.values()) {
      expect(name.length).toBeLessThanOrEqual(40);
      expect(author.label.length).toBeLessThanOrEqual(40);
      for (const answer of Object.values(answers)) expect(answer.length).toBeLessThanOrEqual(120);
    }
    for (const { title, text } of board.marksById.values()) {
      expect(title.length).toBeLessThanOrEqual(22);
      expect(text.length).toBeLessThanOrEqual(120);
    }
    expect(exampleWorkshop.title.length).toBeLessThanOrEqual(contentLimits.workshopTitle);
    const reach = 26;
    for (const { title, position } of board.marksById.values()) {
      expect(Math.min(position.x, 1 - position.x) * examplePicture.width, title).toBeGreaterThan(reach);
      expect(Math.min(position.y, 1 - position.y) * examplePicture.height, title).toBeGreaterThan(reach);
    }
  });

  test("names nobody, and no address, number or mail", () => {
    // Words with a capital letter inside a sentence, which in Danish are names: only these places and organisations may occur.
    const known = new Set(
      "Høje Gladsaxe Bibliotek Torv Bladet Gyngemosen Vores HG Fair Play SSP Turning Tables Danmark Bydelsmødrene SIRI SFO".split(
        " ",
      ),
    );
    for (const text of texts) {
      const names = [...text.matchAll(/(?<![.:!?]\s|^)(?<![\p{L}\p{N}])\p{Lu}[\p{L}-]*/gu)].map(
        ([word]) => word,
      );
      expect(
        names.filter((word) => !known.has(word)),
        text,
      ).toEqual([]);
      expect(text, "long numbers").not.toMatch(/\d[\d -]{3,}\d/u);
      expect(text, "mail").not.toContain("@");
    }
  });

  test("is written in whole Danish letters, with no leftovers of scanning", () => {
    const written = texts.join("\n");
    expect(written).not.toMatch(/[^\p{L}\p{N}\s.,:;!?%()–-]/u);
    expect(written).not.toMatch(/ {2}|\p{L}\d|\d\p{L}/u);
    for (const letter of "æøå") expect(written).toContain(letter);
    expect(written).not.toMatch(/h[oag]je gladsaxe|mgdre|raad|faedre/iu);
  });
});
