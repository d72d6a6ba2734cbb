import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { recordsOf } from "@faelleskort/shared/doc/keys.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { readStage } from "@faelleskort/shared/doc/stage.ts";
import { elementId } from "@faelleskort/shared/model/ids.ts";
import { contentLimits } from "@faelleskort/shared/model/limits.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { documentOf } from "./documents.ts";
import { enter } from "./raw-client.ts";
import { call, codeOf, command, type Guest, runMemoryApp, startMeeting } from "./running-app.ts";

const sheet = freeSheetId("free-ideas-1");
const sheetsOf = async (url: string, guest: Guest) =>
  readStage(await documentOf(url, guest, "stage"))?.freeSheets;
const boardOf = async (url: string, guest: Guest) => readBoard(await documentOf(url, guest, "board"));

describe("free sheets", () => {
  it("FREE-SHEET-1 are added, renamed, removed and brought back by the facilitator alone, with what lies on them", async () => {
    await using app = await runMemoryApp();
    const { facilitator, participant, observer } = await startMeeting(app.url);
    const add = { type: "sheet.add", id: sheet, title: "  Idéer " };
    for (const guest of [participant, observer]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(codeOf(await command(app.url, guest, add))).toBe("wrong-role");
    }
    expect(await sheetsOf(app.url, participant)).toEqual([]);
    const done = async (body: unknown) =>
      expect((await command(app.url, facilitator, body)).json).toEqual({ done: true });
    await done(add);
    await done({ type: "sheet.add", id: "free-second-1", title: "Andet" });
    expect(await sheetsOf(app.url, participant)).toEqual([
      { id: sheet, title: "Idéer" },
      { id: "free-second-1", title: "Andet" },
    ]);
    await write(app.url, participant, [shape("shape-one")]);
    await done({ type: "sheet.rename", id: sheet, title: "Gode idéer" });
    await done({ type: "sheet.remove", id: sheet });
    expect(await sheetsOf(app.url, participant)).toEqual([{ id: "free-second-1", title: "Andet" }]);
    await done({ type: "sheet.add", id: sheet, title: "Gode idéer", index: 0 });
    expect((await sheetsOf(app.url, participant))?.[0]).toEqual({ id: sheet, title: "Gode idéer" });
    expect((await boardOf(app.url, observer)).elementsById.get(elementId("shape-one"))?.sheet).toBe(sheet);
  });

  it("that can't be say why", async () => {
    await using app = await runMemoryApp();
    const { facilitator } = await startMeeting(app.url);
    const answers = async (body: unknown) => codeOf(await command(app.url, facilitator, body));
    expect(await answers({ type: "sheet.rename", id: sheet, title: "Idéer" })).toBe("no-such-sheet");
    expect(await answers({ type: "sheet.remove", id: sheet })).toBe("no-such-sheet");
    expect(await answers({ type: "summon", sheet, centre: null, zoom: null })).toBe("no-such-sheet");
    expect(await answers({ type: "sheet.add", id: "wall", title: "Idéer" })).toBe("invalid-input");
    expect(await answers({ type: "sheet.add", id: sheet, title: "  " })).toBe("invalid-input");
    expect(await answers({ type: "sheet.add", id: sheet, title: "a".repeat(41) })).toBe("invalid-input");
    for (let index = 0; index < contentLimits.freeSheets; index += 1) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await answers({ type: "sheet.add", id: `free-number-${index}`, title: "x" })).toBeUndefined();
    }
    expect(await answers({ type: "sheet.add", id: sheet, title: "x" })).toBe("too-many-sheets");
    expect(await answers({ type: "sheet.add", id: "free-number-3", title: "x" })).toBe("sheet-exists");
    expect(
      await answers({ type: "summon", sheet: "free-number-3", centre: null, zoom: null }),
    ).toBeUndefined();
  });
});

const shape = (id: string): BoardCommand => ({
  type: "element.add",
  element: {
    kind: "shape",
    id: elementId(id),
    sheet,
    text: "Skole",
    box: { x: 0, y: 0, width: 100, height: 50 },
    form: "rectangle",
    colour: "ink",
    fill: null,
    size: "m",
  },
});

/** Gives commands as somebody's client does, and waits until they are saved. Returns their copy of the board. */
async function write(url: string, guest: Guest, commands: readonly BoardCommand[]): Promise<Y.Doc> {
  const doc = await documentOf(url, guest, "board");
  const before = Y.encodeStateVector(doc);
  for (const [now, one] of commands.entries()) {
    const author = { label: guest.role, participantId: null };
    const decision = decideBoard(readBoard(doc), one, { author, now, role: guest.role });
    if (!decision.ok) throw new Error(decision.error);
    applyChanges(doc, decision.value, null);
  }
  const client = await enter(url, guest);
  client.update(Y.encodeStateAsUpdate(doc, before));
  await client.saved(1);
  expect(client.heard.filter(({ type }) => type === "refused")).toEqual([]);
  client.close();
  return doc;
}

describe("a bent line", () => {
  const bend = { form: "kink", x: 12, y: -80 } as const;
  const line = elementId("line-one");
  const arrow: BoardCommand = {
    type: "element.add",
    element: {
      kind: "connector",
      id: line,
      sheet,
      text: "",
      from: { type: "free", x: 0, y: 0 },
      to: { type: "free", x: 300, y: 0 },
      heads: "end",
      bend: null,
      colour: "ink",
      size: "m",
    },
  };

  it("FREE-TOOL-9 is taken, shown to the others, and goes with the file; one from before there were bends is straight", async () => {
    await using app = await runMemoryApp();
    const here = await startMeeting(app.url);
    const doc = await write(app.url, here.participant, [
      arrow,
      { type: "element.change", id: line, changes: { bend } },
    ]);
    expect((await boardOf(app.url, here.observer)).elementsById.get(line)).toMatchObject({ bend });
    const exported = await call(app.url, `/api/workshops/${here.id}/export.json`, {
      cookie: here.facilitator.cookie,
    });
    const there = await startMeeting(app.url);
    await call(app.url, `/api/workshops/${there.id}/import`, {
      cookie: there.facilitator.cookie,
      body: exported.json,
    });
    expect((await boardOf(app.url, there.observer)).elementsById.get(line)).toMatchObject({ bend });

    const record = recordsOf(doc, "elements").get(line);
    if (!(record instanceof Y.Map)) throw new Error("there is no line");
    record.delete("bend");
    expect(readBoard(doc).elementsById.get(line)).toMatchObject({ bend: null });
    record.set("bend", { form: "spiral", x: 1, y: 1 });
    expect(readBoard(doc).elementsById.has(line)).toBe(false);
  });

  it("FREE-LOCK-2 is put back for everybody when a participant bends it who doesn't know that it is locked", async () => {
    await using app = await runMemoryApp();
    const { facilitator, participant } = await startMeeting(app.url);
    const offline = await write(app.url, participant, [arrow]);
    const since = Y.encodeStateVector(offline);
    await write(app.url, facilitator, [
      { type: "free.lock", refs: [{ record: "element", id: line }], locked: true },
    ]);
    const author = { label: "", participantId: null };
    const change: BoardCommand = { type: "element.change", id: line, changes: { bend } };
    const decision = decideBoard(readBoard(offline), change, { author, now: 1 });
    if (!decision.ok) throw new Error(decision.error);
    applyChanges(offline, decision.value, null);
    const client = await enter(app.url, participant);
    client.step2(Y.encodeStateAsUpdate(offline, since));
    await client.saved(1);
    await client.roundTrip();
    client.close();
    expect((await boardOf(app.url, facilitator)).elementsById.get(line)).toMatchObject({ bend: null });
  });
});

describe("what the facilitator locked", () => {
  it("FREE-LOCK-1 stays as it is, whatever a participant sends by hand; the facilitator changes it", async () => {
    await using app = await runMemoryApp();
    const { facilitator, participant } = await startMeeting(app.url);
    const id = elementId("shape-one");
    await write(app.url, participant, [shape("shape-one"), shape("shape-two")]);
    await write(app.url, facilitator, [
      { type: "free.lock", refs: [{ record: "element", id }], locked: true },
    ]);
    const before = await boardOf(app.url, facilitator);
    expect(before.elementsById.get(id)?.locked).toBe(true);

    const record = (doc: Y.Doc, name: string) => {
      const found = recordsOf(doc, "elements").get(name);
      if (!(found instanceof Y.Map)) throw new Error("no such element");
      return found;
    };
    const forged: ((doc: Y.Doc) => void)[] = [
      (doc) => record(doc, "shape-one").set("locked", false),
      (doc) => record(doc, "shape-one").delete("locked"),
      (doc) => recordsOf(doc, "elements").delete("shape-one"),
      (doc) => record(doc, "shape-two").set("locked", true),
    ];
    for (const forge of forged) {
      // oxlint-disable no-await-in-loop
      const doc = await documentOf(app.url, participant, "board");
      const state = Y.encodeStateVector(doc);
      doc.transact(() => forge(doc));
      const client = await enter(app.url, participant);
      client.update(Y.encodeStateAsUpdate(doc, state));
      expect(await client.refused(1)).toMatchObject({ reason: "not-yours" });
      client.close();
      expect(await boardOf(app.url, facilitator)).toEqual(before);
      // oxlint-enable no-await-in-loop
    }
    await write(app.url, facilitator, [
      { type: "free.recolour", refs: [{ record: "element", id }], colour: "blue" },
    ]);
    expect((await boardOf(app.url, participant)).elementsById.get(id)).toMatchObject({ colour: "blue" });
  });

  it("FREE-LOCK-2 comes back for everybody, the one who changed it too, and what they did besides is saved", async () => {
    await using app = await runMemoryApp();
    const { facilitator, participant } = await startMeeting(app.url);
    const id = elementId("shape-one");
    const offline = await write(app.url, participant, [shape("shape-one"), shape("shape-two")]);
    const since = Y.encodeStateVector(offline);
    await write(app.url, facilitator, [
      { type: "free.lock", refs: [{ record: "element", id }], locked: true },
    ]);
    // The participant doesn't know of the lock yet.
    const author = { label: "", participantId: null };
    const commands: BoardCommand[] = [
      { type: "element.change", id, changes: { box: { x: 900, y: 900, width: 10, height: 10 } } },
      { type: "text.edit", target: { record: "element", id, field: "text" }, text: "Skolen i nord" },
      { type: "records.delete", records: [{ record: "element", id }] },
      shape("shape-three"),
    ];
    for (const [now, one] of commands.entries()) {
      const decision = decideBoard(readBoard(offline), one, { author, now });
      if (decision.ok) applyChanges(offline, decision.value, null);
    }
    const client = await enter(app.url, participant);
    client.step2(Y.encodeStateAsUpdate(offline, since));
    await client.saved(1);
    await client.roundTrip();
    expect(client.heard.filter(({ type }) => type === "refused")).toEqual([]);

    const board = await boardOf(app.url, facilitator);
    expect(board.elementsById.get(id)).toMatchObject({
      text: "Skole",
      box: { x: 0, y: 0, width: 100, height: 50 },
      deleted: false,
      locked: true,
    });
    expect(board.elementsById.get(elementId("shape-three"))?.deleted).toBe(false);
    for (const heard of client.heard)
      if (heard.type === "sync" && heard.kind !== "step1") Y.applyUpdate(offline, heard.body);
    expect(readBoard(offline)).toEqual(board);
    client.close();
  });
});
