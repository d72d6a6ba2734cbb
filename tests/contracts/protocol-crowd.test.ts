import { listenersId } from "@faelleskort/shared/protocol/presence.ts";
import { syncLimits } from "@faelleskort/server/policies/limits.ts";
import { expect, test } from "vitest";
import { applyAwarenessUpdate, Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { eventually } from "../kit/eventually.ts";
import { enter, presenceFrame, type RawClient } from "./raw-client.ts";
import { runMemoryApp, startMeeting } from "./running-app.ts";

/** What a client knows of everybody, by all it has heard. */
function knownTo({ heard }: RawClient): ReadonlyMap<number, unknown> {
  const awareness = new Awareness(new Y.Doc());
  for (const message of heard)
    if (message.type === "presence") applyAwarenessUpdate(awareness, message.body, "server");
  const states = new Map<number, unknown>(awareness.getStates());
  states.delete(awareness.clientID);
  awareness.destroy();
  return states;
}

const announce = (client: RawClient, id: number): void =>
  client.send(presenceFrame([{ id, clock: 1, state: { label: `number ${id}` } }]));

test("PRES-2 in a large room those who look on are told as a number, and everybody else by name", async () => {
  await using app = await runMemoryApp();
  const { participant, observer, facilitator } = await startMeeting(app.url);
  const anne = await enter(app.url, participant);
  announce(anne, 1);
  const early = await enter(app.url, observer);
  announce(early, 2);
  // While the room is small, everybody is told of everybody.
  await eventually("anne to know of the observer", () => knownTo(anne).has(2));

  const crowd: RawClient[] = [];
  for (let index = 0; index < syncLimits.allPromptUpTo + 20; index += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const listener = await enter(app.url, observer);
    crowd.push(listener);
    announce(listener, 1_000 + index);
  }
  const counted = () => knownTo(anne).get(listenersId);
  await eventually("those who came last to be counted", () => counted() !== undefined);
  const late = await enter(app.url, facilitator);
  announce(late, 3);
  await eventually("anne to know who leads", () => knownTo(anne).has(3));
  const byName = [...knownTo(anne).keys()].filter((id) => id >= 1_000);
  // The room was large from the hundred-and-first on.
  expect(byName).toHaveLength(syncLimits.allPromptUpTo - 2);
  await eventually(
    "all to be counted",
    () => JSON.stringify(counted()) === JSON.stringify({ listeners: crowd.length - byName.length }),
    { withinMs: 20_000 },
  );
  await eventually("who comes late to be told the same", () => knownTo(late).has(listenersId));
  expect([...knownTo(late).keys()].filter((id) => id >= 1_000)).toHaveLength(byName.length);

  // Nobody can speak for the room.
  anne.send(presenceFrame([{ id: listenersId, clock: 99, state: { listeners: 5_000 } }]));
  await anne.roundTrip();
  for (const listener of crowd) listener.close();
  await eventually("all to be gone", () => [...knownTo(late).keys()].every((id) => id < 1_000), {
    withinMs: 20_000,
  });
  await eventually("nobody to be counted any more", () => !knownTo(late).has(listenersId), {
    withinMs: 20_000,
  });
  for (const client of [anne, early, late]) client.close();
}, 90_000);
