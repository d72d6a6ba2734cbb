import { readFile } from "node:fs/promises";
import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { examplePicture } from "@faelleskort/shared/example/hoje-gladsaxe.ts";
import { elementId, type PictureId, pictureId } from "@faelleskort/shared/model/ids.ts";
import { freeSheetId } from "@faelleskort/shared/model/sheet.ts";
import { type WorkshopExport, WorkshopExportSchema } from "@faelleskort/shared/protocol/export.ts";
import { PictureStoredSchema } from "@faelleskort/shared/protocol/http.ts";
import { pictureLimits } from "@faelleskort/server/policies/limits.ts";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { enter } from "./raw-client.ts";
import { call, codeOf, command, type Guest, runMemoryApp, startMeeting } from "./running-app.ts";

const sheet = freeSheetId("free-ideas-1");
const examplePng = async (): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(new URL(`../../client/public${examplePicture.path}`, import.meta.url)));
/** As much of a PNG as its header takes. */
function pngHead(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(45);
  bytes.write("\u0089PNG\r\n\u001a\n", 0, "latin1");
  bytes.writeUInt32BE(13, 8);
  bytes.write("IHDR", 12, "latin1");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.write("IEND", 37, "latin1");
  return new Uint8Array(bytes);
}

const addPicture = (url: string, guest: Guest, bytes: Uint8Array<ArrayBuffer>, type = "image/png") =>
  call(url, `/api/workshops/${guest.workshopId}/pictures`, {
    method: "POST",
    cookie: guest.cookie,
    bytes,
    headers: { "content-type": type },
  });

/** Puts a picture on the free sheet. */
async function place(url: string, guest: Guest, picture: PictureId, name: string): Promise<void> {
  const doc = new Y.Doc();
  const element = {
    kind: "picture",
    id: elementId(name),
    sheet,
    text: "Skolen set fra parken",
    box: { x: 1, y: 2, width: 300, height: 200 },
    picture,
  } as const;
  const author = { label: "Anne", participantId: null };
  const decision = decideBoard(readBoard(doc), { type: "element.add", element }, { author, now: 1 });
  if (!decision.ok) throw new Error(decision.error);
  applyChanges(doc, decision.value, null);
  const client = await enter(url, guest);
  client.update(Y.encodeStateAsUpdate(doc));
  await client.saved(1);
  client.close();
}

async function fileOf(url: string, guest: Guest, name = "export.json"): Promise<WorkshopExport> {
  const answer = await call(url, `/api/workshops/${guest.workshopId}/${name}`, { cookie: guest.cookie });
  return v.parse(WorkshopExportSchema, answer.json);
}

describe("a picture for a free sheet", () => {
  it("FREE-PIC-1 is taken from whoever may write, checked and cleaned as the area's, and shown to members only", async () => {
    await using app = await runMemoryApp();
    const { participant, observer, facilitator, id } = await startMeeting(app.url);
    const elsewhere = await startMeeting(app.url);
    const bytes = await examplePng();
    const camera = Buffer.from("\u0000\u0000\u0000\u0017eXIfGPS 55.7340 N 12.4730 Ecrc!", "latin1");
    const dirty = Uint8Array.from([...bytes.subarray(0, 33), ...camera, ...bytes.subarray(33)]);
    const stored = await addPicture(app.url, participant, dirty);
    expect(stored.status).toBe(201);
    const { picture } = v.parse(PictureStoredSchema, stored.json);
    expect(picture).toMatchObject({ width: examplePicture.width, height: examplePicture.height });
    const path = `/api/workshops/${id}/pictures/${picture.id}`;
    const file = await fetch(app.url + path, { headers: { cookie: observer.cookie } });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    expect(file.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(codeOf(await call(app.url, path))).toBe("no-session");
    expect(codeOf(await call(app.url, path, { cookie: elsewhere.participant.cookie }))).toBe(
      "wrong-workshop",
    );

    expect(codeOf(await addPicture(app.url, observer, bytes))).toBe("board-not-writable");
    expect(codeOf(await addPicture(app.url, { ...elsewhere.participant, workshopId: id }, bytes))).toBe(
      "wrong-workshop",
    );
    await command(app.url, facilitator, { type: "board.lock", locked: true });
    expect(codeOf(await addPicture(app.url, participant, bytes))).toBe("board-not-writable");
    expect((await addPicture(app.url, facilitator, bytes)).status).toBe(201);
  });

  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  it.each([
    ["an SVG", svg, "image/svg+xml"],
    ["an SVG that calls itself PNG", svg, "image/png"],
    ["nothing", new Uint8Array(0), "image/png"],
    ["a 100-megapixel PNG", pngHead(10_000, 10_000), "image/png"],
    ["a PNG cut off", pngHead(10, 10).slice(0, 20), "image/png"],
    ["13 MB", new Uint8Array(13 * 1024 * 1024), "image/png"],
  ] as const)("FREE-PIC-1 is refused as the area's is: %s", async (_what, bytes, type) => {
    await using app = await runMemoryApp();
    const { participant, facilitator, id } = await startMeeting(app.url);
    const asArea = await call(app.url, `/api/workshops/${id}/picture`, {
      method: "PUT",
      cookie: facilitator.cookie,
      bytes,
      headers: { "content-type": type },
    });
    const answer = await addPicture(app.url, participant, bytes, type);
    expect(codeOf(asArea)).toBeDefined();
    expect([answer.status, codeOf(answer)]).toEqual([asArea.status, codeOf(asArea)]);
  });

  it("FREE-PIC-2 finds room until the workshop has as many, or as many bytes, as there may be; then all others are told", async () => {
    await using app = await runMemoryApp();
    const { participant, id } = await startMeeting(app.url);
    const small = pngHead(2, 2);
    const large = { workshopId: id, type: "image/png", width: 1, height: 1 } as const;
    for (let index = 1; index < pictureLimits.perWorkshop; index += 1) {
      // Straight into the store: uploads are limited by the minute.
      // oxlint-disable-next-line no-await-in-loop
      await app.store.putPicture({ ...large, id: pictureId(`picture-${index}`), bytes: small });
    }
    expect((await addPicture(app.url, participant, small)).status).toBe(201);
    const refused = await addPicture(app.url, participant, small);
    expect([refused.status, codeOf(refused)]).toEqual([409, "too-many-pictures"]);

    const other = await startMeeting(app.url);
    const bytes = new Uint8Array(pictureLimits.bytes - small.length + 1);
    await app.store.putPicture({ ...large, workshopId: other.id, id: pictureId("picture-huge"), bytes });
    expect(codeOf(await addPicture(app.url, other.participant, small))).toBe("too-many-pictures");
  });
});

describe("a file with free sheets", () => {
  it.each(["export.json", "backup"])(
    "FREE-FILE-1 brings sheets, elements and pictures into a new workshop, and the same file out of that (%s)",
    async (name) => {
      await using app = await runMemoryApp();
      const here = await startMeeting(app.url);
      await command(app.url, here.facilitator, { type: "sheet.add", id: sheet, title: "Idéer" });
      const bytes = await examplePng();
      for (const nameOf of ["picture-of-school", "picture-of-park"]) {
        // oxlint-disable-next-line no-await-in-loop
        const stored = await addPicture(app.url, here.participant, bytes);
        const { picture } = v.parse(PictureStoredSchema, stored.json);
        // oxlint-disable-next-line no-await-in-loop
        await place(app.url, here.participant, picture.id, nameOf);
      }
      const file = await fileOf(app.url, here.facilitator, name);
      expect(file.workshop.freeSheets).toEqual([{ id: sheet, title: "Idéer" }]);
      expect(file.pictures.map(({ id, type }) => [id, type])).toEqual([
        ["picture-0001", "image/png"],
        ["picture-0002", "image/png"],
      ]);

      const there = await startMeeting(app.url);
      const imported = await call(app.url, `/api/workshops/${there.id}/import`, {
        cookie: there.facilitator.cookie,
        body: file,
      });
      expect(imported.json).toEqual({ actors: 0, marks: 0, notes: 0, elements: 2 });
      const again = await fileOf(app.url, there.facilitator, name);
      expect({ ...again, exportedAt: "" }).toEqual({ ...file, exportedAt: "" });
      for (const { base64 } of again.pictures)
        expect(new Uint8Array(Buffer.from(base64, "base64"))).toEqual(bytes);
    },
  );

  it("FREE-FILE-2 from before there were any still opens, and a broken one changes nothing", async () => {
    await using app = await runMemoryApp();
    const { facilitator, id } = await startMeeting(app.url);
    const file = await fileOf(app.url, facilitator);
    const { pictures: _pictures, ...old } = file;
    const { freeSheets: _sheets, ...workshop } = file.workshop;
    const { elements: _elements, ...board } = file.board;
    const note = {
      id: "note-old-1",
      sheet: "wall",
      text: "Husk",
      position: { x: 1, y: 2, z: 3 },
      author: { label: "", participantId: null },
      createdAt: 1,
      deleted: false,
    };
    const send = (body: unknown) =>
      call(app.url, `/api/workshops/${id}/import`, { cookie: facilitator.cookie, body });
    const svg = { id: "picture-1", type: "image/png", base64: Buffer.from("<svg/>").toString("base64") };
    expect(codeOf(await send({ ...file, pictures: [svg] }))).toBe("picture-unreadable");
    const twice = [svg, svg];
    expect(codeOf(await send({ ...file, pictures: twice }))).toBe("import-unreadable");
    const element = { kind: "spaceship", id: "element-1", sheet };
    expect(codeOf(await send({ ...file, board: { ...file.board, elements: [element] } }))).toBe(
      "import-unreadable",
    );
    expect(await fileOf(app.url, facilitator)).toEqual(file);

    const answer = await send({ ...old, workshop, board: { ...board, notes: [note] } });
    expect(answer.json).toEqual({ actors: 0, marks: 0, notes: 1, elements: 0 });
    expect((await fileOf(app.url, facilitator)).board.notes).toMatchObject([
      { ...note, colour: "yellow", layer: 0, group: null, frame: null, locked: false },
    ]);
  });
});
