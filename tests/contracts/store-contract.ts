import type { DocumentKind, Store } from "@faelleskort/server/workshops/ports.ts";
import { StoreRefused, StoreUnavailable } from "@faelleskort/server/workshops/ports.ts";
import type { RefusedCode } from "@faelleskort/server/workshops/ports.ts";
import {
  type ParticipantId,
  participantId,
  pictureId,
  programmeId,
  type WorkshopId,
  workshopId,
} from "@faelleskort/shared/model/ids.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  bytesOf,
  codeHashOf,
  sampleInvite,
  samplePicture,
  sampleSession,
  sampleWorkshop,
  textOf,
} from "./store-sample.ts";

/** One implementation under test, with the troubles that can be made for it. */
export interface StoreHarness {
  readonly store: Store;
  /** From now on nothing more fits on the disk. */
  fillDisk(): Promise<void>;
  /** There is room again. */
  makeRoom(): Promise<void>;
  /** Changes stored bytes of the document's newest update behind the store's back. */
  damageNewestUpdate(workshop: WorkshopId, kind: DocumentKind): Promise<void>;
  dispose(): Promise<void>;
}

/** Every promise in the docstrings of the `Store` port. */
export function describeStore(name: string, start: () => Promise<StoreHarness>): void {
  describe(`store contract: ${name}`, () => {
    let harness: StoreHarness;
    let store: Store;
    const first = sampleWorkshop("first");
    const anna = participantId("participant-anna");
    const bo = participantId("participant-bo");

    beforeEach(async () => {
      harness = await start();
      store = harness.store;
      await store.createWorkshop(first);
    });
    afterEach(() => harness.dispose());

    const append = (
      after: number,
      texts: readonly string[],
      claims: readonly [number, ParticipantId][] = [],
    ) =>
      store.append(first.id, "board", () => ({
        after,
        updates: texts.map(bytesOf),
        claims: claims.map(([clientId, participant]) => ({ clientId, participantId: participant })),
      }));
    const board = async () => {
      const loaded = await store.loadDocument(first.id, "board");
      if (loaded === null) throw new Error("the board is gone");
      return { ...loaded, snapshot: textOf(loaded.snapshot), tail: loaded.tail.map(textOf) };
    };

    describe("workshops", () => {
      test("a new workshop comes with its record, its invites and both documents", async () => {
        const id = workshopId("workshop-second");
        const invites = [
          sampleInvite("f", id, { role: "facilitator" }),
          sampleInvite("p", id, { createdAt: 1_001 }),
        ];
        await store.createWorkshop(sampleWorkshop("second", { invites, locale: "en", template: "free" }));
        expect(await store.readWorkshop(id)).toEqual({
          id,
          programmeId: programmeId("programme-second"),
          template: "free",
          locale: "en",
          createdAt: 1_700_000_000_123,
          epoch: 1,
        });
        expect(await store.listInvites(id)).toEqual(invites);
        expect(await store.loadDocument(id, "stage")).toEqual({
          snapshot: bytesOf("stage of second"),
          tail: [],
          seq: 0,
          clientOwners: new Map(),
          damaged: 0,
        });
        expect(textOf((await store.loadDocument(id, "board"))?.snapshot)).toBe("board of second");
      });

      test("a programme holds several workshops", async () => {
        const programme = { type: "existing", id: first.programme.id } as const;
        await store.createWorkshop(sampleWorkshop("second", { programme, template: "round-2" }));
        const second = await store.readWorkshop(workshopId("workshop-second"));
        expect(second?.programmeId).toBe(first.programme.id);
      });

      test("what isn't there is null or empty", async () => {
        const nowhere = workshopId("workshop-nowhere");
        expect(await store.readWorkshop(nowhere)).toBeNull();
        expect(await store.loadDocument(nowhere, "board")).toBeNull();
        expect(await store.listInvites(nowhere)).toEqual([]);
        expect(await store.readPicture(first.id, pictureId("picture-nowhere"))).toBeNull();
      });

      test.each<[string, RefusedCode, Parameters<typeof sampleWorkshop>[1]]>([
        ["its id is taken", "exists", { id: first.id }],
        ["its new programme's id is taken", "exists", { programme: { ...first.programme, type: "new" } }],
        [
          "its programme doesn't exist",
          "no-such-programme",
          { programme: { type: "existing", id: programmeId("programme-nowhere") } },
        ],
      ])("is refused when %s, and nothing of it is kept", async (_, code, changes) => {
        const before = await store.loadDocument(first.id, "board");
        const second = sampleWorkshop("second", {
          invites: [sampleInvite("second", workshopId("workshop-second"))],
          ...changes,
        });
        await refused(store.createWorkshop(second), code);
        expect(await store.readWorkshop(workshopId("workshop-second"))).toBeNull();
        expect(await store.findInviteBySecretHash(sampleInvite("second", first.id).secretHash)).toBeNull();
        expect(await store.loadDocument(first.id, "board")).toEqual(before);
      });

      test("is refused as a whole when one of its codes is in use", async () => {
        await store.addInvite(sampleInvite("old", first.id, { codeHash: codeHashOf("349CFH") }));
        const id = workshopId("workshop-second");
        const invites = [sampleInvite("f", id), sampleInvite("p", id, { codeHash: codeHashOf("349CFH") })];
        await refused(store.createWorkshop(sampleWorkshop("second", { invites })), "code-taken");
        expect(await store.readWorkshop(id)).toBeNull();
        expect(await store.listInvites(id)).toEqual([]);
        expect(await store.loadDocument(id, "board")).toBeNull();
        // The programme it would have made isn't there either.
        const programme = { type: "existing", id: programmeId("programme-second") } as const;
        await refused(store.createWorkshop(sampleWorkshop("third", { programme })), "no-such-programme");
      });
    });

    describe("invites", () => {
      test("are found by the digest of their secret or code", async () => {
        const invite = sampleInvite("p", first.id, { codeHash: codeHashOf("349CFH") });
        await store.addInvite(invite);
        expect(await store.findInviteBySecretHash(invite.secretHash)).toEqual(invite);
        expect(await store.findInviteByCodeHash(codeHashOf("349CFH"))).toEqual(invite);
        expect(await store.findInviteBySecretHash(codeHashOf("349CFH"))).toBeNull();
        expect(await store.findInviteByCodeHash(invite.secretHash)).toBeNull();
      });

      test("are listed oldest first, those revoked included", async () => {
        const invites = [3_000, 1_000, 2_000].map((createdAt, index) =>
          sampleInvite(`nr-${index}`, first.id, { createdAt }),
        );
        for (const invite of invites) await store.addInvite(invite);
        await store.revokeInvite(first.id, sampleInvite("nr-2", first.id).id, 9_000);
        const listed = await store.listInvites(first.id);
        expect(listed.map((invite) => [invite.createdAt, invite.revokedAt])).toEqual([
          [1_000, null],
          [2_000, 9_000],
          [3_000, null],
        ]);
      });

      test("are refused when one with that id or secret exists, or the workshop doesn't", async () => {
        const invite = sampleInvite("p", first.id);
        await store.addInvite(invite);
        await refused(store.addInvite({ ...sampleInvite("other", first.id), id: invite.id }), "exists");
        await refused(
          store.addInvite({ ...sampleInvite("other", first.id), secretHash: invite.secretHash }),
          "exists",
        );
        await refused(
          store.addInvite(sampleInvite("other", workshopId("workshop-nowhere"))),
          "no-such-workshop",
        );
        expect(await store.listInvites(first.id)).toEqual([invite]);
      });

      test("a code leads to one active invite; revoking frees it", async () => {
        const codeHash = codeHashOf("349CFH");
        const old = sampleInvite("old", first.id, { codeHash });
        const renewed = sampleInvite("renewed", first.id, { codeHash });
        await store.addInvite(old);
        await refused(store.addInvite(renewed), "code-taken");
        await store.revokeInvite(first.id, old.id, 9_000);
        expect(await store.findInviteByCodeHash(codeHash)).toBeNull();
        await store.addInvite(renewed);
        expect(await store.findInviteByCodeHash(codeHash)).toEqual(renewed);
        expect(await store.findInviteBySecretHash(old.secretHash)).toEqual({ ...old, revokedAt: 9_000 });
      });

      test("revoking ends the sessions that came by it, and no others", async () => {
        const [revoked, kept] = [sampleInvite("revoked", first.id), sampleInvite("kept", first.id)];
        await store.addInvite(revoked);
        await store.addInvite(kept);
        const phone = sampleSession("anna", revoked);
        const laptop = { ...sampleSession("laptop", revoked), participantId: phone.participantId };
        const other = sampleSession("bo", revoked);
        const stays = sampleSession("carl", kept);
        for (const session of [phone, laptop, other, stays]) await store.addSession(session);
        const dropped = await store.revokeInvite(first.id, revoked.id, 9_000);
        expect([...dropped].sort()).toEqual([anna, bo]);
        for (const session of [phone, laptop, other])
          expect(await store.findSession(session.tokenHash)).toBeNull();
        expect(await store.findSession(stays.tokenHash)).toEqual(stays);
      });

      test("revoking again changes nothing, and another workshop's can't be revoked", async () => {
        const invite = sampleInvite("p", first.id);
        await store.addInvite(invite);
        await store.createWorkshop(sampleWorkshop("second"));
        await refused(store.revokeInvite(workshopId("workshop-second"), invite.id, 8_000), "no-such-invite");
        await refused(
          store.revokeInvite(first.id, sampleInvite("nowhere", first.id).id, 8_000),
          "no-such-invite",
        );
        expect(await store.revokeInvite(first.id, invite.id, 9_000)).toEqual([]);
        expect(await store.revokeInvite(first.id, invite.id, 9_999)).toEqual([]);
        expect((await store.findInviteBySecretHash(invite.secretHash))?.revokedAt).toBe(9_000);
      });
    });

    describe("sessions", () => {
      test("are found by the digest of their token", async () => {
        const invite = sampleInvite("p", first.id, { role: "observer" });
        await store.addInvite(invite);
        const session = sampleSession("anna", invite);
        await store.addSession(session);
        expect(await store.findSession(session.tokenHash)).toEqual(session);
        expect(await store.findSession(invite.secretHash)).toBeNull();
        await refused(store.addSession({ ...session, participantId: bo }), "exists");
        expect(await store.findSession(session.tokenHash)).toEqual(session);
      });

      test("need an active invite of their own workshop", async () => {
        const invite = sampleInvite("p", first.id);
        await refused(store.addSession(sampleSession("anna", invite)), "no-such-invite");
        await store.addInvite(invite);
        await store.createWorkshop(sampleWorkshop("second"));
        const elsewhere = sampleSession("anna", invite, { workshopId: workshopId("workshop-second") });
        await refused(store.addSession(elsewhere), "no-such-invite");
        // Called in one breath, so a person joining at that moment doesn't slip through.
        const revoking = store.revokeInvite(first.id, invite.id, 9_000);
        await refused(store.addSession(sampleSession("anna", invite)), "invite-revoked");
        await revoking;
        expect(await store.findSession(sampleSession("anna", invite).tokenHash)).toBeNull();
      });
    });

    describe("documents", () => {
      test("updates come back in order, behind the snapshot, with their seq", async () => {
        expect(await append(0, ["one"])).toBe(1);
        expect(await append(1, ["two", "three"])).toBe(3);
        expect(await board()).toMatchObject({
          snapshot: "board of first",
          tail: ["one", "two", "three"],
          seq: 3,
        });
      });

      test("each document counts by itself", async () => {
        await append(0, ["one", "two"]);
        expect(
          await store.append(first.id, "stage", () => ({ after: 0, updates: [bytesOf("step")], claims: [] })),
        ).toBe(1);
        expect((await board()).seq).toBe(2);
        const stage = await store.loadDocument(first.id, "stage");
        expect(stage?.tail.map(textOf)).toEqual(["step"]);
      });

      test("appends need not wait for each other, and a read sees all that were called before it", async () => {
        const texts = Array.from({ length: 50 }, (_, index) => `update ${index}`);
        const appended = texts.map((text, index) => append(index, [text]));
        const seen = await board();
        expect(seen.tail).toEqual(texts);
        expect(await Promise.all(appended)).toEqual(texts.map((_, index) => index + 1));
      });

      test("an append that doesn't follow the newest update is refused and leaves nothing", async () => {
        await append(0, ["one"]);
        await refused(append(0, ["also one"], [[7, anna]]), "out-of-order");
        await refused(append(2, ["three"]), "out-of-order");
        expect(await board()).toMatchObject({ tail: ["one"], seq: 1, clientOwners: new Map() });
      });

      test("nothing is stored behind an append that was refused, though both were called in one breath", async () => {
        await append(0, [], [[7, anna]]);
        const outcomes = await Promise.allSettled([
          append(0, ["one"]),
          append(1, ["two"], [[7, bo]]),
          append(2, ["three, which builds on two"]),
          append(3, ["four"]),
        ]);
        expect(outcomes.map((outcome) => outcome.status)).toEqual([
          "fulfilled",
          "rejected",
          "rejected",
          "rejected",
        ]);
        expect(await board()).toMatchObject({ tail: ["one"], seq: 1 });
        expect(await append(1, ["two again"])).toBe(2);
      });

      test("one bad request hurts none of those committed with it", async () => {
        await store.createWorkshop(sampleWorkshop("second"));
        const others = Array.from({ length: 20 }, (_, index) => [
          append(index, [`mine ${index}`]),
          store.append(workshopId("workshop-second"), "board", () => ({
            after: index,
            updates: [bytesOf(`theirs ${index}`)],
            claims: [],
          })),
        ]).flat();
        const bad = refused(
          store.append(workshopId("workshop-nowhere"), "board", () => ({
            after: 0,
            updates: [bytesOf("x")],
            claims: [],
          })),
          "no-such-workshop",
        );
        await Promise.all([...others, bad]);
        expect((await board()).tail).toHaveLength(20);
        expect((await store.loadDocument(workshopId("workshop-second"), "board"))?.tail).toHaveLength(20);
      });

      test("a client id belongs to who used it first", async () => {
        await append(0, ["one"], [[4_294_967_295, anna]]);
        await append(
          1,
          ["two"],
          [
            [4_294_967_295, anna],
            [8, bo],
          ],
        );
        await refused(
          append(
            2,
            ["three"],
            [
              [9, bo],
              [8, anna],
            ],
          ),
          "client-id-taken",
        );
        await refused(
          append(
            2,
            ["three"],
            [
              [9, bo],
              [9, anna],
            ],
          ),
          "client-id-taken",
        );
        const { clientOwners, tail } = await board();
        expect(clientOwners).toEqual(
          new Map([
            [4_294_967_295, anna],
            [8, bo],
          ]),
        );
        expect(tail).toEqual(["one", "two"]);
        const stage = await store.loadDocument(first.id, "stage");
        expect(stage?.clientOwners.size).toBe(0);
      });

      test("claims can come without updates", async () => {
        await append(0, ["one"]);
        expect(await append(1, [], [[8, bo]])).toBe(1);
        expect((await board()).clientOwners.get(8)).toBe(bo);
      });

      test("a snapshot replaces what it holds, and what came since stays", async () => {
        await append(0, ["one", "two", "three"], [[8, bo]]);
        await store.writeSnapshot(first.id, "board", 2, bytesOf("one and two"));
        expect(await board()).toMatchObject({ snapshot: "one and two", tail: ["three"], seq: 3 });
        await store.writeSnapshot(first.id, "board", 3, bytesOf("all three"));
        expect(await board()).toMatchObject({
          snapshot: "all three",
          tail: [],
          seq: 3,
          clientOwners: new Map([[8, bo]]),
        });
        expect(await append(3, ["four"])).toBe(4);
        expect(await board()).toMatchObject({ snapshot: "all three", tail: ["four"], seq: 4 });
        expect(textOf((await store.loadDocument(first.id, "stage"))?.snapshot)).toBe("stage of first");
      });

      test("a snapshot that is older than the stored one, or ahead of the journal, is refused", async () => {
        await append(0, ["one", "two", "three"]);
        await store.writeSnapshot(first.id, "board", 2, bytesOf("one and two"));
        await refused(store.writeSnapshot(first.id, "board", 1, bytesOf("one")), "out-of-order");
        await refused(store.writeSnapshot(first.id, "board", 4, bytesOf("all four")), "out-of-order");
        const nowhere = workshopId("workshop-nowhere");
        await refused(store.writeSnapshot(nowhere, "board", 0, bytesOf("x")), "no-such-workshop");
        expect(await board()).toMatchObject({ snapshot: "one and two", tail: ["three"], seq: 3 });
      });

      test("a damaged update is left out and reported, the rest opens, and writing goes on behind it", async () => {
        await append(0, ["one", "two", "three"]);
        await harness.damageNewestUpdate(first.id, "board");
        expect(await board()).toMatchObject({ tail: ["one", "two"], seq: 3, damaged: 1 });
        await refused(append(2, ["three again"]), "out-of-order");
        expect(await append(3, ["four"])).toBe(4);
        expect(await board()).toMatchObject({ tail: ["one", "two", "four"], seq: 4, damaged: 1 });
        await store.writeSnapshot(first.id, "board", 4, bytesOf("what was left"));
        expect(await board()).toMatchObject({ snapshot: "what was left", tail: [], damaged: 0 });
      });
    });

    describe("byte arrays", () => {
      test("given ones stay the caller's: a view's buffer isn't taken, and may be overwritten at once, an append's after its turn", async () => {
        const pool = new Uint8Array(64);
        const view = pool.subarray(10, 13);
        const state = bytesOf("state");
        const picture = samplePicture("p", first.id);
        view.set(bytesOf("one"));
        const take = () => {
          queueMicrotask(() => pool.fill(0));
          return { after: 0, updates: [view, view], claims: [] };
        };
        const calls = [
          store.append(first.id, "board", take),
          store.writeSnapshot(first.id, "board", 1, state),
          store.putPicture(picture),
        ];
        for (const given of [state, picture.bytes]) given.fill(0);
        await Promise.all(calls);
        expect(await board()).toMatchObject({ snapshot: "state", tail: ["one"] });
        expect(textOf((await store.readPicture(first.id, picture.id))?.bytes)).toBe("picture p");
        expect([pool.length, state.length, picture.bytes.length]).toEqual([64, 5, 9]);
      });

      test("an append is asked what it holds when it leaves, once, and holds its place till then", async () => {
        const updates = [bytesOf("one")];
        let asked = 0;
        const growing = store.append(first.id, "board", () => {
          asked += 1;
          return { after: 0, updates, claims: [] };
        });
        const next = append(2, ["three"]);
        expect(asked).toBe(0);
        updates.push(bytesOf("two"));
        expect(await Promise.all([growing, next])).toEqual([2, 3]);
        expect(await board()).toMatchObject({ tail: ["one", "two", "three"] });
        expect(asked).toBe(1);
      });

      test("handed out ones are the caller's as well", async () => {
        await append(0, ["one"]);
        const loaded = await store.loadDocument(first.id, "board");
        loaded?.snapshot.fill(0);
        loaded?.tail[0]?.fill(0);
        expect(await board()).toMatchObject({ snapshot: "board of first", tail: ["one"], damaged: 0 });
      });

      test("an empty update and one of a megabyte come back as they were", async () => {
        const large = new Uint8Array(1024 * 1024).map((_, index) => (index * 31) % 251);
        await store.append(first.id, "board", () => ({
          after: 0,
          updates: [new Uint8Array(), large],
          claims: [],
        }));
        const tail = (await store.loadDocument(first.id, "board"))?.tail;
        expect(tail?.map((update) => update.length)).toEqual([0, large.length]);
        expect(Buffer.from(tail?.[1] ?? []).equals(large)).toBe(true);
      });
    });

    describe("pictures", () => {
      test("come back as they were, to their own workshop only", async () => {
        const picture = samplePicture("map", first.id);
        await store.putPicture(picture);
        await store.createWorkshop(sampleWorkshop("second"));
        const read = await store.readPicture(first.id, picture.id);
        expect(read).toEqual({ ...picture, bytes: bytesOf("picture map") });
        expect(await store.readPicture(workshopId("workshop-second"), picture.id)).toBeNull();
      });

      test("are refused when the id is taken or the workshop doesn't exist", async () => {
        const picture = samplePicture("map", first.id);
        await store.putPicture(picture);
        await refused(store.putPicture({ ...picture, bytes: bytesOf("another") }), "exists");
        const room = { pictures: 9, bytes: 99 };
        await refused(store.putPicture(picture, room), "exists");
        const nowhere = samplePicture("nowhere", workshopId("workshop-nowhere"));
        await refused(store.putPicture(nowhere), "no-such-workshop");
        expect(textOf((await store.readPicture(first.id, picture.id))?.bytes)).toBe("picture map");
      });
    });

    test("pictures beyond the room there is for their workshop are refused, others aren't counted", async () => {
      await store.createWorkshop(sampleWorkshop("second"));
      await store.putPicture(samplePicture("elsewhere", workshopId("workshop-second"), new Uint8Array(99)));
      const put = (id: string, size: number) =>
        store.putPicture(samplePicture(id, first.id, new Uint8Array(size)), { pictures: 3, bytes: 100 });
      await put("one", 60);
      await refused(put("too-large", 41), "too-many-pictures");
      await put("two", 40);
      await store.putPicture(samplePicture("three", first.id, new Uint8Array(50)));
      await refused(put("four", 0), "too-many-pictures");
      expect(await store.readPicture(first.id, pictureId("picture-four"))).toBeNull();
    });

    describe("a full disk", () => {
      const large = "x".repeat(100_000);

      test("rejects what doesn't fit, says so, still reads, and works again when there is room", async () => {
        await append(0, ["one"]);
        expect(await store.health()).toEqual({ ok: true, value: undefined });
        await harness.fillDisk();
        await unavailable(append(1, [large]), "full");
        expect(await store.health()).toEqual({ ok: false, error: "the disk is full" });
        expect(await board()).toMatchObject({ tail: ["one"], seq: 1 });
        await harness.makeRoom();
        expect(await store.health()).toEqual({ ok: true, value: undefined });
        expect(await append(1, [large])).toBe(2);
        expect((await board()).tail).toEqual(["one", large]);
      });

      test("rejects every kind of write, whole", async () => {
        await append(0, ["one"]);
        await harness.fillDisk();
        const second = sampleWorkshop("second", {
          snapshots: { board: bytesOf(large), stage: bytesOf("stage") },
        });
        await unavailable(store.createWorkshop(second), "full");
        await unavailable(store.writeSnapshot(first.id, "board", 1, bytesOf(large)), "full");
        await unavailable(store.putPicture(samplePicture("map", first.id, bytesOf(large))), "full");
        await harness.makeRoom();
        expect(await store.readWorkshop(second.id)).toBeNull();
        expect(await board()).toMatchObject({ snapshot: "board of first", tail: ["one"] });
        expect(await store.readPicture(first.id, pictureId("picture-map"))).toBeNull();
      });

      test("stores nothing behind an append that didn't fit, though there was room by then", async () => {
        await harness.fillDisk();
        const outcomes = Promise.allSettled([append(0, [large]), append(1, ["builds on it"])]);
        expect((await outcomes).map((outcome) => outcome.status)).toEqual(["rejected", "rejected"]);
        await harness.makeRoom();
        await refused(append(1, ["builds on it"]), "out-of-order");
        expect(await board()).toMatchObject({ tail: [], seq: 0 });
      });
    });

    describe("closing", () => {
      test("finishes what was called before, and answers what comes after", async () => {
        const appended = Array.from({ length: 20 }, (_, index) => append(index, [`update ${index}`]));
        const closing = store.close();
        await unavailable(append(20, ["late"]), "closed");
        await closing;
        expect(await Promise.all(appended)).toHaveLength(20);
        await unavailable(store.readWorkshop(first.id), "closed");
        expect(await store.health()).toEqual({ ok: false, error: "the store is closed" });
        await store.close();
      });
    });
  });
}

async function refused(call: Promise<unknown>, code: RefusedCode): Promise<void> {
  const error = await rejectionOf(call);
  expect(error).toBeInstanceOf(StoreRefused);
  expect(error).toMatchObject({ code });
}

async function unavailable(call: Promise<unknown>, code: StoreUnavailable["code"]): Promise<void> {
  const error = await rejectionOf(call);
  expect(error).toBeInstanceOf(StoreUnavailable);
  expect(error).toMatchObject({ code });
}

async function rejectionOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("the call was carried out");
}
