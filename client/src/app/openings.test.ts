import { workshopId } from "@faelleskort/shared/model/ids.ts";
import { err, ok } from "@faelleskort/shared/model/result.ts";
import { expect, it } from "vitest";
import type { Surroundings } from "../session/session.ts";
import type { Workshop } from "../state/workshop.ts";
import type { OpenWorkshop } from "./open-workshop.ts";
import { createOpenings, type OpeningsOptions } from "./openings.ts";
import type { Route } from "./route.ts";

const id = workshopId("abcdef123456");
const board: Route = { page: "board", workshopId: id, share: false };

// What openings only hand on.
const unused: unknown = {};

/** Openings whose code comes when the test says so. */
function openings() {
  const events: string[] = [];
  let come: (code: Awaited<ReturnType<OpeningsOptions["load"]>>) => void = () => {};
  let fail = () => {};
  const api = {
    ...(unused as Surroundings["api"]),
    me: (workshop: string) => {
      events.push(`who is in ${workshop}?`);
      return Promise.resolve(err({ kind: "unreachable" } as const));
    },
  };
  const made = createOpenings({
    surroundings: { ...(unused as Surroundings), api },
    timers: { set: () => 0, clear: () => {} },
    load: () =>
      new Promise((resolve, reject) => {
        come = resolve;
        fail = () => reject(new Error("no connection"));
      }),
  });
  const openWorkshop = ({ workshopId: workshop, device }: { workshopId: string; device: string }) => {
    events.push(`${workshop} opens as ${device}`);
    const opened: OpenWorkshop = {
      workshop: unused as Workshop,
      close: () => void events.push(`${workshop} closes as ${device}`),
    };
    return Promise.resolve(ok(opened));
  };
  return { ...made, events, come: () => come({ openWorkshop }), fail: () => fail() };
}

it("asks who somebody is while the code is on its way, and opens once for the page that comes", async () => {
  const made = openings();
  made.begin(board);
  expect(made.events).toEqual([`who is in ${id}?`]);
  made.come();
  const opened = await made.open(id, "board");
  expect(opened?.ok).toBe(true);
  expect(made.events).toEqual([`who is in ${id}?`, `${id} opens as board`]);
});

it("opens anew for whoever asks again, since the first has it", async () => {
  const made = openings();
  made.begin(board);
  made.come();
  await made.open(id, "board");
  const again = made.open(id, "board");
  made.come();
  await again;
  expect(made.events.filter((event) => event === `${id} opens as board`)).toHaveLength(2);
});

it("closes what was begun when the address changes before its page has come", async () => {
  const made = openings();
  made.begin(board);
  made.come();
  made.letGo();
  await Promise.resolve();
  const other = made.open(id, "phone");
  made.come();
  await other;
  expect(made.events.filter((event) => /opens|closes/.test(event)).toSorted()).toEqual([
    `${id} closes as board`,
    `${id} opens as board`,
    `${id} opens as phone`,
  ]);
});

it("begins nothing where there is no workshop, and tells when its code can't be had", async () => {
  const made = openings();
  made.begin({ page: "start" });
  expect(made.events).toEqual([]);
  const opened = made.open(id, "board");
  made.fail();
  expect(await opened).toBe(null);
});
