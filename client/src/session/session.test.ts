import { writeStage } from "@faelleskort/shared/doc/stage.ts";
import { plannedRound1 } from "@faelleskort/shared/method/round1.ts";
import { participantId, programmeId, workshopId } from "@faelleskort/shared/model/ids.ts";
import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import { type Stage, StepIdSchema } from "@faelleskort/shared/model/stage.ts";
import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import type { Me } from "@faelleskort/shared/protocol/http.ts";
import { encodeServerMessage } from "@faelleskort/shared/protocol/messages.ts";
import { IDBFactory } from "fake-indexeddb";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { type ApiError, createApi } from "./api.ts";
import { createRemembered } from "./remembered.ts";
import { openSession } from "./open-session.ts";
import { type Session, type Surroundings } from "./session.ts";
import { FakeSocket, FakeWebSocket, greet, newestSocket } from "./testing/fake-socket.ts";

const me: Me = {
  workshopId: workshopId("workshop-1"),
  programmeId: programmeId("programme-1"),
  participantId: participantId("participant-1"),
  role: "participant",
  label: "Biblioteket",
  epoch: 1,
  serverTime: 0,
};
const stage: Stage = {
  title: "Høje Gladsaxe",
  area: "",
  template: "round-1",
  locale: "da",
  programmeId: me.programmeId,
  steps: plannedRound1(),
  currentStep: v.parse(StepIdSchema, "1.1"),
  timer: { state: "idle" },
  locked: false,
  summons: null,
  writing: { mode: "open", reveals: 0 },
  focus: null,
  picture: null,
  freeSheets: [],
};
const gone: ApiError = { kind: "problem", code: "no-session", status: 401, sentence: "" };
const unreachable: ApiError = { kind: "unreachable" };

describe("a session", () => {
  let answer: Result<Me, ApiError>;
  let surroundings: Surroundings;
  let session: Session | null;

  beforeEach(() => {
    FakeSocket.all.length = 0;
    answer = ok(me);
    session = null;
    const texts = new Map<string, string>();
    surroundings = {
      api: {
        ...createApi({ fetch: () => Promise.reject(new TypeError("no net")), locale: () => "da" }),
        me: () => Promise.resolve(answer),
      },
      remembered: createRemembered({
        getItem: (key) => texts.get(key) ?? null,
        setItem: (key, text) => void texts.set(key, text),
        removeItem: (key) => void texts.delete(key),
      }),
      WebSocket: FakeWebSocket,
      indexedDB: new IDBFactory(),
      socketOrigin: "ws://here",
      network: new EventTarget(),
      now: () => 0,
    };
  });
  afterEach(async () => {
    await session?.close();
  });

  const open = async (): Promise<Session> => {
    const opened = await openSession(me.workshopId, surroundings);
    if (!opened.ok) throw new Error(opened.error.kind);
    session = opened.value;
    return opened.value;
  };
  const connect = () => {
    const stageDoc = new Y.Doc();
    writeStage(stageDoc, stage, null);
    greet(newestSocket("/stage"), stageDoc);
    greet(newestSocket("/board"));
    newestSocket("/board").say(encodeServerMessage({ type: "saved", frames: 1 }));
  };

  it("opens both documents of the workshop and ends up saved", async () => {
    const { status, stage: seen } = await open();
    expect(new Set(FakeSocket.all.map(({ url }) => url.split("?")[0]))).toEqual(
      new Set(["ws://here/sync/workshop-1/board", "ws://here/sync/workshop-1/stage"]),
    );
    expect(status.get()).toEqual({ kind: "connecting" });
    connect();
    expect(status.get()).toEqual({ kind: "saved" });
    expect(seen.get()?.title).toBe("Høje Gladsaxe");
  });

  it("LOAD-5 a newcomer isn't kept waiting by the browser's database; whoever was here before is, and has their work at once", async () => {
    const { indexedDB } = surroundings;
    let openDatabase = () => {};
    const opening = new Promise<void>((resolve) => {
      openDatabase = resolve;
    });
    /** Whose answers come when the test says so. */
    const slowDatabase = {
      open(name: string, version: number) {
        const request = new EventTarget();
        const reply = async () => {
          await opening;
          const real = indexedDB?.open(name, version);
          if (!real) return;
          const pass = (event: Event) => request.dispatchEvent(new Event(event.type));
          for (const type of ["upgradeneeded", "success", "error"]) real.addEventListener(type, pass);
          Object.defineProperty(request, "result", { get: () => real.result });
        };
        void reply();
        return request;
      },
      deleteDatabase: (name: string) => indexedDB?.deleteDatabase(name),
    };
    surroundings = { ...surroundings, indexedDB: slowDatabase as unknown as IDBFactory };
    const first = await open();
    expect(FakeSocket.all).toHaveLength(2);
    first.board.getMap("actors").set("early", "card");
    expect(first.keeping.get()).toBe("loading");
    openDatabase();
    await expect.poll(() => first.keeping.get()).toBe("stored");
    await first.close();
    surroundings = { ...surroundings, indexedDB };
    const second = await open();
    expect(second.board.getMap("actors").get("early")).toBe("card");
  });

  it("lets nobody in who has no session, also when they had one", async () => {
    await (await open()).close();
    answer = err(gone);
    expect(await openSession(me.workshopId, surroundings)).toEqual({
      ok: false,
      error: { kind: "no-session" },
    });
    session = null;
  });

  it("opens without a connection for whoever has been in before, with their work and the last stage", async () => {
    const first = await open();
    connect();
    first.board.getMap("actors").set("offline", "card");
    expect(first.status.get()).toEqual({ kind: "saving" });
    await first.close();
    answer = err(unreachable);
    const second = await open();
    expect(second.stage.get()?.title).toBe("Høje Gladsaxe");
    expect(second.board.getMap("actors").get("offline")).toBe("card");
    newestSocket("/board").end(1006);
    expect(second.status.get()).toEqual({ kind: "offline", keeping: "stored" });
    // Stored here: closing loses nothing.
    expect(second.wouldLose()).toBe(false);
  });

  it("isn't kept waiting by a dead line, but hears the answer when it comes", async () => {
    await (await open()).close();
    let settle = (_answer: Result<Me, ApiError>) => {};
    const slow = new Promise<Result<Me, ApiError>>((resolve) => {
      settle = resolve;
    });
    surroundings = { ...surroundings, api: { ...surroundings.api, me: () => slow } };
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const opening = open();
    await vi.advanceTimersByTimeAsync(2500);
    vi.useRealTimers();
    const opened = await opening;
    expect(opened.status.get().kind).toBe("connecting");
    settle(err(gone));
    await vi.waitFor(() => expect(opened.status.get()).toEqual({ kind: "ended" }));
  });

  it("can't open without a connection for a stranger", async () => {
    answer = err(unreachable);
    expect(await openSession(me.workshopId, surroundings)).toEqual({
      ok: false,
      error: { kind: "failed", error: unreachable },
    });
  });

  it("warns of leaving only when nothing keeps the work", async () => {
    surroundings = { ...surroundings, indexedDB: undefined };
    const opened = await open();
    const { board, status } = opened;
    connect();
    expect(opened.wouldLose()).toBe(false);
    board.getMap("actors").set("a", "card");
    expect(opened.wouldLose()).toBe(true);
    newestSocket("/board").say(encodeServerMessage({ type: "saved", frames: 2 }));
    expect(status.get()).toEqual({ kind: "saved" });
    expect(opened.wouldLose()).toBe(false);
  });

  it("ends when the invitation is withdrawn, whichever way it hears of it", async () => {
    const first = await open();
    connect();
    newestSocket("/stage").end(closeCode.sessionEnded);
    expect(first.status.get()).toEqual({ kind: "ended" });
    await first.close();
    const second = await open();
    connect();
    // Dropped without a word; the handshake then is turned down, and only the API says why.
    answer = err(gone);
    newestSocket("/board").end(1006);
    await vi.waitFor(() => expect(second.status.get()).toEqual({ kind: "ended" }));
  });

  it("asks for a new page when the workshop was restored meanwhile", async () => {
    const { status } = await open();
    connect();
    answer = ok({ ...me, epoch: 2 });
    newestSocket("/board").end(1006);
    await vi.waitFor(() => expect(status.get()).toEqual({ kind: "reload" }));
  });

  it("asks for a new page when this browser has joined as somebody else", async () => {
    const { status } = await open();
    connect();
    answer = ok({ ...me, participantId: participantId("participant-2") });
    newestSocket("/board").end(1006);
    await vi.waitFor(() => expect(status.get()).toEqual({ kind: "reload" }));
  });

  it("keeps no copy of one epoch for another", async () => {
    const first = await open();
    first.board.getMap("actors").set("old", "card");
    await first.close();
    answer = ok({ ...me, epoch: 2 });
    const second = await open();
    expect(second.board.getMap("actors").size).toBe(0);
  });
});
