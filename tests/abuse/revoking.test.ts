import { closeCode } from "@faelleskort/shared/protocol/close-codes.ts";
import { expect, it } from "vitest";
import { enter, type RawClient } from "../contracts/raw-client.ts";
import { call, codeOf, command, join, runMemoryApp, startMeeting } from "../contracts/running-app.ts";
import { seedsToRun, withSeed } from "../kit/random.ts";

const hops = async (count: number): Promise<void> => {
  for (let left = count; left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
};

it("ABUSE-9 an invite revoked at any moment of somebody's joining leaves nobody in", async () => {
  const seen = { refused: 0, dropped: 0 };
  await using app = await runMemoryApp({ idleMs: 1 });
  for (const seed of seedsToRun(1)) {
    // oxlint-disable-next-line no-await-in-loop
    await withSeed(seed, async (random) => {
      for (let round = 0; round < 60; round += 1) {
        // oxlint-disable-next-line no-await-in-loop
        const { id, created, facilitator, participant } = await startMeeting(app.url);
        const { id: invite, secret } = created.invites.participant;
        // With the store held, everything asked meanwhile happens as close together as it can.
        const release = random.chance(0.5) ? app.store.hold() : () => {};
        const order = random.shuffle(["socket", "revoke", "join"] as const);
        let socket: Promise<RawClient | null> = Promise.resolve(null);
        let joined: Promise<{ cookie: string } | null> = Promise.resolve(null);
        let revoked: Promise<unknown> = Promise.resolve();
        for (const step of order) {
          if (step === "socket") socket = enter(app.url, participant).catch(() => null);
          if (step === "join") joined = join(app.url, secret).catch(() => null);
          if (step === "revoke") revoked = command(app.url, facilitator, { type: "invite.revoke", invite });
          // oxlint-disable-next-line no-await-in-loop
          await hops(random.below(8));
        }
        release();
        // oxlint-disable-next-line no-await-in-loop
        const [client, guest] = await Promise.all([socket, joined, revoked]);
        // oxlint-disable-next-line no-await-in-loop
        if (client !== null) expect(await client.closed()).toBe(closeCode.sessionEnded);
        seen[client === null ? "refused" : "dropped"] += 1;
        if (guest === null) continue;
        // oxlint-disable-next-line no-await-in-loop
        const me = await call(app.url, `/api/workshops/${id}/me`, { cookie: guest.cookie });
        expect([me.status, codeOf(me)]).toEqual([401, "no-session"]);
      }
    });
  }
  expect(Math.min(seen.refused, seen.dropped)).toBeGreaterThan(3);
});
