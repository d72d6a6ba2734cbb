import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { readBoard } from "@faelleskort/shared/doc/read-board.ts";
import { exampleCommands, examplePicture } from "@faelleskort/shared/example/hoje-gladsaxe.ts";
import { ok, err } from "@faelleskort/shared/model/result.ts";
import { inviteId, participantId, programmeId, workshopId } from "@faelleskort/shared/model/ids.ts";
import type { Role } from "@faelleskort/shared/model/roles.ts";
import type { Joined, WorkshopCreated } from "@faelleskort/shared/protocol/http.ts";
import { clusters } from "@faelleskort/shared/views/clusters.ts";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { ExampleBoard, ExamplePorts, ExampleProgress, ExampleStep } from "./example-ports.ts";
import { loadExample } from "./load-example.ts";

const invite = (role: Role) => ({ id: inviteId(`invite-${role}`), role, secret: `secret-${role}`, url: "" });
const created: WorkshopCreated = {
  workshopId: workshopId("workshop-1"),
  programmeId: programmeId("programme-1"),
  invites: {
    facilitator: invite("facilitator"),
    participant: invite("participant"),
    observer: invite("observer"),
  },
};
const joined: Joined = {
  workshopId: created.workshopId,
  participantId: participantId("person-1"),
  role: "facilitator",
};
const total = exampleCommands(() => "any-id-will-do").length;

/** A server and a browser that do as they are told, and write down in which order they were asked. */
function fakes() {
  const asked: string[] = [];
  const doc = new Y.Doc();
  const abort = new AbortController();
  const progress: ExampleProgress[] = [];
  let ids = 0;
  let open = 0;
  let written = 0;
  const board: ExampleBoard = {
    dispatch(command, context) {
      const decision = decideBoard(readBoard(doc), command, context);
      if (decision.ok) applyChanges(doc, decision.value, null);
      written++;
      return decision;
    },
    close() {
      open--;
    },
  };
  const ask = <T>(what: string, value: T) => {
    asked.push(what);
    return Promise.resolve(ok(value));
  };
  const ports: ExamplePorts<string> = {
    createWorkshop: ({ title, template, createKey }) =>
      ask(`create ${template} ${title} ${createKey ?? "without key"}`, created),
    join: (body) => ask(`join ${body.invite}`, joined),
    fetchPicture: (path) => ask(`fetch ${path}`, new Blob(["picture"])),
    uploadPicture: (workshop, picture) => ask(`upload ${workshop} ${picture.size}`, undefined),
    openBoard: ({ workshopId: id }) => {
      open++;
      return ask(`open ${id}`, board);
    },
    whenSaved: () => ask(`save ${written}`, undefined),
    breathe: () => Promise.resolve(),
    newId: () => `fake-id-${ids++}`,
    now: () => 5_000,
  };
  const load = (changed: Partial<ExamplePorts<string>> = {}, createKey?: string) =>
    loadExample(
      { ...ports, ...changed },
      {
        signal: abort.signal,
        onProgress: (step) => progress.push(step),
        ...(createKey === undefined ? {} : { createKey }),
      },
    );
  return { asked, abort, board, doc, load, progress, counts: () => ({ open, written }) };
}

describe("loading the example", () => {
  test("makes a workshop, joins it, and writes the board in order, saved before it says so", async () => {
    const { asked, doc, load, counts } = fakes();
    expect(await load()).toEqual(ok({ created, joined }));
    expect(asked).toEqual([
      "create round-1 Eksempel: Høje Gladsaxe without key",
      "join secret-facilitator",
      `fetch ${examplePicture.path}`,
      "upload workshop-1 7",
      "open workshop-1",
      `save ${total}`,
    ]);
    expect(counts()).toEqual({ open: 0, written: total });
    expect(clusters(readBoard(doc)).length).toBeGreaterThanOrEqual(28);
  });

  test("hands on the key that a closed server asks for", async () => {
    const { asked, load } = fakes();
    await load({}, "a key");
    expect(asked[0]).toContain("a key");
  });

  test("makes every card younger than the one before, though the clock stands still", async () => {
    const { doc, load } = fakes();
    await load();
    const { actorsById, marksById, notesById } = readBoard(doc);
    const ages = [...actorsById.values(), ...marksById.values(), ...notesById.values()].map(
      ({ createdAt }) => createdAt,
    );
    expect(new Set(ages).size).toBe(ages.length);
    const names = clusters(readBoard(doc)).map(({ lead }) => lead.name);
    expect(names[0]).toBe("Vores HG");
  });

  test("tells how far it is, in chunks, never backwards", async () => {
    const { load, progress } = fakes();
    await load();
    const steps = [...new Set(progress.map(({ step }) => step))];
    expect(steps).toEqual(["create", "join", "picture", "open", "write", "save"] satisfies ExampleStep[]);
    const done = progress.map((entry) => entry.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.at(-1)).toBe(total);
    expect(progress.filter(({ step }) => step === "write").length).toBe(Math.ceil(total / 20));
  });

  test.each<[ExampleStep, keyof ExamplePorts<string>]>([
    ["create", "createWorkshop"],
    ["join", "join"],
    ["picture", "fetchPicture"],
    ["picture", "uploadPicture"],
    ["open", "openBoard"],
    ["save", "whenSaved"],
  ])("says that it failed in the step %s when %s fails, and leaves no board open", async (step, port) => {
    const { load, counts } = fakes();
    const result = await load({ [port]: () => Promise.resolve(err("no connection")) });
    expect(result).toEqual(
      err({ reason: "failed", step, failure: "no connection", created: step === "create" ? null : created }),
    );
    expect(counts().open).toBe(0);
  });

  test("stops before the next chunk when it is aborted, and says which workshop was made", async () => {
    const { abort, asked, load, counts } = fakes();
    const result = await load({
      breathe: () => {
        if (counts().written >= 40) abort.abort();
        return Promise.resolve();
      },
    });
    expect(result).toEqual(err({ reason: "aborted", created }));
    expect(counts()).toEqual({ open: 0, written: 40 });
    expect(asked.some((what) => what.startsWith("save"))).toBe(false);
  });

  test("takes a request that throws because of the signal for aborted, any other throw for a defect", async () => {
    const stopped = fakes();
    const aborting = stopped.load({
      join: (_body, signal) => {
        stopped.abort.abort();
        return Promise.reject(signal.reason instanceof Error ? signal.reason : new Error("no reason"));
      },
    });
    expect(await aborting).toEqual(err({ reason: "aborted", created }));

    const broken = fakes();
    await expect(broken.load({ join: () => Promise.reject(new Error("a defect")) })).rejects.toThrow(
      "a defect",
    );
  });

  test("says which command was rejected, writes no more, and closes the board", async () => {
    const { board, load, counts } = fakes();
    const turnedDown: BoardCommand[] = [];
    const write = board.dispatch.bind(board);
    board.dispatch = (command, context) => {
      if (command.type !== "actor.merge") return write(command, context);
      turnedDown.push(command);
      return err("gone");
    };
    const result = await load();
    expect(turnedDown.length).toBe(1);
    expect(result).toEqual(err({ reason: "rejected", command: turnedDown[0], rejection: "gone", created }));
    expect(counts().open).toBe(0);
    expect(counts().written).toBeLessThan(total);
  });
});
