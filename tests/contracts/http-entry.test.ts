import { openSqliteStore } from "@faelleskort/server/storage/sqlite/sqlite-store.ts";
import { httpLimits } from "@faelleskort/server/policies/limits.ts";
import {
  InvitesSchema,
  JoinedSchema,
  MeSchema,
  PreviewedSchema,
  WorkshopCreatedSchema,
} from "@faelleskort/shared/protocol/http.ts";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  call,
  codeOf,
  command,
  createWorkshop,
  join,
  runApp,
  runMemoryApp,
  startMeeting,
} from "./running-app.ts";

const round1 = { title: "Høje Gladsaxe", template: "round-1" };

describe("POST /api/workshops", () => {
  it("answers 201 with three invites; facilitators come by link only", async () => {
    await using app = await runMemoryApp();
    const answer = await call(app.url, "/api/workshops", { body: round1 });
    expect(answer.status).toBe(201);
    const created = v.parse(WorkshopCreatedSchema, answer.json);
    const { facilitator, participant, observer } = created.invites;
    expect(facilitator.code).toBeUndefined();
    expect(participant.code).toMatch(/^[A-Z0-9]{6}$/);
    expect(observer.code).toMatch(/^[A-Z0-9]{6}$/);
    expect(participant.url).toBe(`${app.url}/join#${participant.secret}`);
    expect(new Set([facilitator, participant, observer].map(({ secret }) => secret)).size).toBe(3);
  });

  it("builds links on PUBLIC_URL, when there is one", async () => {
    await using app = await runMemoryApp({
      config: { publicUrl: "https://kort.example.dk", createKey: null },
    });
    const created = await createWorkshop(app.url);
    expect(created.invites.observer.url).toMatch(/^https:\/\/kort\.example\.dk\/join#[\w-]{43}$/);
  });

  it.each(["round-2", "round-3", "wrap-up", "seminar", "free"])(
    "says that %s isn't here yet",
    async (template) => {
      await using app = await runMemoryApp();
      const answer = await call(app.url, "/api/workshops", { body: { ...round1, template } });
      expect([answer.status, codeOf(answer)]).toEqual([422, "template-not-available"]);
    },
  );

  it.each([
    ["no title", { template: "round-1" }],
    ["an empty title", { ...round1, title: "  " }],
    ["an unknown template", { ...round1, template: "round-9" }],
    ["an unknown field", { ...round1, admin: true }],
    ["a list", []],
    ["a programme nobody made", { ...round1, programmeId: "nobody-made-this" }],
  ])("turns down %s, naming the field", async (_what, body) => {
    await using app = await runMemoryApp();
    const answer = await call(app.url, "/api/workshops", { body });
    expect([answer.status, codeOf(answer)]).toEqual([400, "invalid-input"]);
    expect(v.is(v.looseObject({ issues: v.pipe(v.array(v.unknown()), v.minLength(1)) }), answer.json)).toBe(
      true,
    );
  });

  it("needs the key where there is one, but not for the programme's next workshop", async () => {
    await using app = await runMemoryApp({ config: { publicUrl: null, createKey: "hemmelig" } });
    const without = await call(app.url, "/api/workshops", { body: round1 });
    const wrong = await call(app.url, "/api/workshops", { body: { ...round1, createKey: "gættet" } });
    expect([without, wrong].map(codeOf)).toEqual(["create-key-needed", "create-key-needed"]);
    const right = await call(app.url, "/api/workshops", { body: { ...round1, createKey: "hemmelig" } });
    expect(right.status).toBe(201);
    const { programmeId } = v.parse(WorkshopCreatedSchema, right.json);
    const next = await call(app.url, "/api/workshops", { body: { ...round1, programmeId } });
    expect(v.parse(WorkshopCreatedSchema, next.json).programmeId).toBe(programmeId);
  });

  it("answers a key guessed too often with 429", async () => {
    await using app = await runMemoryApp({ config: { publicUrl: null, createKey: "hemmelig" } });
    const codes: (string | undefined)[] = [];
    for (let index = 0; index < 21; index += 1) {
      // oxlint-disable-next-line no-await-in-loop
      codes.push(
        codeOf(await call(app.url, "/api/workshops", { body: { ...round1, createKey: `${index}` } })),
      );
    }
    expect(codes.slice(-2)).toEqual(["create-key-needed", "too-many-requests"]);
  });

  it("answers the 121st of one minute from one address with 429", async () => {
    await using app = await runMemoryApp();
    const statuses = await Promise.all(
      Array.from(
        { length: 120 },
        async () => (await call(app.url, "/api/workshops", { body: round1 })).status,
      ),
    );
    expect(new Set(statuses)).toEqual(new Set([201]));
    const last = await call(app.url, "/api/workshops", { body: round1 });
    expect([last.status, codeOf(last)]).toEqual([429, "too-many-requests"]);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("from a foreign page is refused", async () => {
    await using app = await runMemoryApp();
    const answer = await call(app.url, "/api/workshops", {
      body: round1,
      headers: { origin: "https://evil.example" },
    });
    expect([answer.status, codeOf(answer)]).toEqual([403, "wrong-origin"]);
  });
});

describe("joining", () => {
  it("works by secret and by code, however the code is typed", async () => {
    await using app = await runMemoryApp();
    const { invites, workshopId } = await createWorkshop(app.url);
    const code = invites.participant.code ?? "";
    const typed = [
      code,
      code.toLowerCase(),
      ` ${code.slice(0, 3)} ${code.slice(3)} `,
      `${code.slice(0, 3)}-${code.slice(3)}`,
    ];
    for (const invite of [invites.participant.secret, ...typed]) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await call(app.url, "/api/join", { body: { invite } });
      expect(answer.status, invite).toBe(200);
      expect(v.parse(JoinedSchema, answer.json)).toMatchObject({ workshopId, role: "participant" });
    }
  });

  it("shows the way before joining, and sets no cookie for looking", async () => {
    await using app = await runMemoryApp();
    const { invites, workshopId } = await createWorkshop(app.url);
    const answer = await call(app.url, "/api/join/preview", { body: { invite: invites.observer.secret } });
    expect(v.parse(PreviewedSchema, answer.json)).toEqual({
      workshopId,
      title: "Høje Gladsaxe",
      area: "Gladsaxe",
      locale: "da",
      role: "observer",
      me: null,
    });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it("tells a browser that is in the workshop already who it is there, whatever the invite, and no other browser", async () => {
    await using app = await runMemoryApp();
    const { id, created, facilitator } = await startMeeting(app.url);
    const elsewhere = await startMeeting(app.url);
    const body = { invite: created.invites.participant.secret };
    const looking = async (cookie: string) =>
      v.parse(PreviewedSchema, (await call(app.url, "/api/join/preview", { body, cookie })).json);
    const me = await call(app.url, `/api/workshops/${id}/me`, { cookie: facilitator.cookie });
    expect((await looking(facilitator.cookie)).me).toEqual(me.json);
    expect(await looking(facilitator.cookie)).toMatchObject({
      role: "participant",
      me: { role: "facilitator" },
    });
    expect((await looking(elsewhere.facilitator.cookie)).me).toBeNull();
  });

  it("gives a cookie that scripts, other sites and plain http don't get", async () => {
    await using app = await runMemoryApp({
      config: { publicUrl: "https://kort.example.dk", createKey: null },
    });
    const { invites, workshopId } = await createWorkshop(app.url);
    const answer = await call(app.url, "/api/join", { body: { invite: invites.participant.secret } });
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(new RegExp(`^fk_${workshopId}=[A-Za-z0-9_-]{43};`));
    const attributes = cookie.split("; ").slice(1);
    expect(attributes).toEqual(expect.arrayContaining(["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]));
  });

  it("keeps the participant when the same browser joins again, and its label when none is given", async () => {
    await using app = await runMemoryApp();
    const { invites, workshopId } = await createWorkshop(app.url);
    const first = await join(app.url, invites.participant.secret, undefined, "Anne");
    const again = await join(app.url, invites.participant.code ?? "", first);
    const other = await join(app.url, invites.participant.secret);
    expect(again.participantId).toBe(first.participantId);
    expect(again.cookie).not.toBe(first.cookie);
    expect(other.participantId).not.toBe(first.participantId);
    const me = await call(app.url, `/api/workshops/${workshopId}/me`, { cookie: again.cookie });
    expect(v.parse(MeSchema, me.json)).toMatchObject({ label: "Anne", epoch: 1, role: "participant" });
  });

  it("one browser can be in several workshops", async () => {
    await using app = await runMemoryApp();
    const [one, two] = await Promise.all([startMeeting(app.url), startMeeting(app.url)]);
    const cookie = `${one.participant.cookie}; ${two.facilitator.cookie}`;
    const mine = await Promise.all(
      [one, two].map(({ id }) => call(app.url, `/api/workshops/${id}/me`, { cookie })),
    );
    expect(mine.map(({ json }) => v.parse(MeSchema, json).role)).toEqual(["participant", "facilitator"]);
  });

  it("ACC-3 a code guessed 1,000 times opens nothing and is answered with 429, while the link still works", async () => {
    await using app = await runMemoryApp();
    const { invites } = await createWorkshop(app.url);
    const alphabet = "34679CFHJKMNPRTWX";
    const guess = (index: number): string =>
      Array.from({ length: 6 }, (_, place) => alphabet[Math.floor(index / 17 ** place) % 17]).join("");
    const guesses = Array.from({ length: 1_100 }, (_, index) => guess(index * 7_919))
      .filter((code) => code !== invites.participant.code && code !== invites.observer.code)
      .slice(0, 1_000);
    const statuses: number[] = [];
    for (const invite of guesses) {
      // oxlint-disable-next-line no-await-in-loop
      statuses.push((await call(app.url, "/api/join", { body: { invite } })).status);
    }
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    expect(statuses.filter((status) => status === 404).length).toBeLessThan(httpLimits.wrongInvites);
    expect(httpLimits.wrongInvitesPerDay).toBeLessThan(1_000);
    // The right code is no way out of the limit, or guessing would go on behind it.
    const code = await call(app.url, "/api/join/preview", { body: { invite: invites.participant.code } });
    expect([code.status, codeOf(code)]).toEqual([429, "too-many-requests"]);
    const link = await call(app.url, "/api/join/preview", { body: { invite: invites.participant.secret } });
    expect(link.status).toBe(200);
    app.clock.time += 10 * 60_000;
    const later = await call(app.url, "/api/join/preview", { body: { invite: invites.participant.code } });
    expect(later.status).toBe(200);
  }, 120_000);
});

describe("invites", () => {
  it("are shown to facilitators; others see the participants' one, so that a big screen can show it", async () => {
    await using app = await runMemoryApp();
    const { id, created, facilitator, participant, observer } = await startMeeting(app.url);
    const shown = await Promise.all(
      [facilitator, participant, observer].map(async ({ cookie }) => {
        const answer = await call(app.url, `/api/workshops/${id}/invites`, { cookie });
        return v.parse(InvitesSchema, answer.json).invites;
      }),
    );
    expect(shown[0]).toEqual(expect.arrayContaining(Object.values(created.invites)));
    expect(shown[1]).toEqual([created.invites.participant]);
    expect(shown[2]).toEqual([created.invites.participant]);
  });

  it("ABUSE-9 a renewed one lets in, the old one nobody: neither link nor code nor session", async () => {
    await using app = await runMemoryApp();
    const { id, created, facilitator, participant } = await startMeeting(app.url);
    const renewed = await command(app.url, facilitator, { type: "invite.renew", role: "participant" });
    const { invites } = v.parse(InvitesSchema, renewed.json);
    const fresh = invites.filter(({ role }) => role === "participant");
    expect(fresh).toHaveLength(1);
    expect(fresh[0]?.secret).not.toBe(created.invites.participant.secret);
    for (const invite of [created.invites.participant.secret, created.invites.participant.code]) {
      // oxlint-disable-next-line no-await-in-loop
      const old = await call(app.url, "/api/join", { body: { invite } });
      expect([old.status, codeOf(old)]).toEqual([404, "unknown-invite"]);
    }
    expect((await join(app.url, fresh[0]?.code ?? "")).role).toBe("participant");
    const dropped = await call(app.url, `/api/workshops/${id}/me`, { cookie: participant.cookie });
    expect([dropped.status, codeOf(dropped)]).toEqual([401, "no-session"]);
  });

  it("one that isn't this workshop's can't be revoked here", async () => {
    await using app = await runMemoryApp();
    const { facilitator } = await startMeeting(app.url);
    const elsewhere = await createWorkshop(app.url);
    const answer = await command(app.url, facilitator, {
      type: "invite.revoke",
      invite: elsewhere.invites.participant.id,
    });
    expect([answer.status, codeOf(answer)]).toEqual([409, "no-such-invite"]);
    expect((await join(app.url, elsewhere.invites.participant.secret)).role).toBe("participant");
  });
});

describe("what is kept", () => {
  it("SEC-1 holds no secret, code or token in the clear", async () => {
    const directory = await mkdtemp(joinPath(tmpdir(), "faelleskort-http-"));
    const opened = await openSqliteStore(directory);
    if (!opened.ok) throw opened.error;
    const app = await runApp(opened.value);
    const { created, participant } = await startMeeting(app.url);
    await app.stop();
    await opened.value.close();
    const files = await Promise.all(
      (await readdir(directory)).map((name) => readFile(joinPath(directory, name), "latin1")),
    );
    const kept = files.join("");
    expect(kept).toContain(created.workshopId);
    const secrets = Object.values(created.invites).flatMap(({ secret, code }) => [secret, code ?? secret]);
    for (const secret of [...secrets, participant.cookie.split("=")[1] ?? ""])
      expect(kept).not.toContain(secret);
    await rm(directory, { recursive: true });
  });
});
