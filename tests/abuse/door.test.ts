import { problemCodes } from "@faelleskort/shared/protocol/problems.ts";
import { routes } from "@faelleskort/server/transport/routes/table.ts";
import { isSchema, type Route } from "@faelleskort/server/transport/route.ts";
import { httpLimits } from "@faelleskort/server/policies/limits.ts";
import { describe, expect, it } from "vitest";
import { refusalStatus } from "../contracts/raw-client.ts";
import { call, type CallAnswer, codeOf, join, runMemoryApp, startMeeting } from "../contracts/running-app.ts";

// Every call is made one after the other: what is compared is what each is answered.
/* oxlint-disable no-await-in-loop */

const table: readonly Route[] = Object.values(routes);
const inWorkshop = table.filter(({ path }) => path.includes(":workshopId"));
const addressOf = (route: Route, workshopId: string): string =>
  route.path.replace(":workshopId", workshopId).replace(/:\w+/, "abcdefghijkl");
const nobodys = "zzzzzzzzzzzz";

/** Everything an answer tells, but for what is another with every call. */
const told = ({ status, text, headers }: CallAnswer): unknown => [
  status,
  text,
  [...headers.keys()].filter((name) => name !== "retry-after"),
  headers.getSetCookie(),
];

const bodyFor = ({ body }: Route): { headers: Record<string, string>; bytes?: Uint8Array<ArrayBuffer> } =>
  body === null
    ? { headers: {} }
    : {
        headers: { "content-type": isSchema(body) ? "application/json" : "image/png" },
        bytes: new TextEncoder().encode("{}"),
      };

describe("who isn't in", () => {
  it("ABUSE-14 a stranger, and a guest of another workshop, is told the same of a workshop that is there and of one that isn't", async () => {
    await using app = await runMemoryApp();
    const here = await startMeeting(app.url);
    const elsewhere = await startMeeting(app.url);
    expect(inWorkshop.length).toBeGreaterThan(8);
    for (const route of inWorkshop) {
      for (const cookie of [undefined, elsewhere.facilitator.cookie]) {
        const answers: unknown[] = [];
        for (const id of [here.id, nobodys]) {
          const answer = await call(app.url, addressOf(route, id), {
            method: route.method,
            ...bodyFor(route),
            ...(cookie === undefined ? {} : { cookie }),
          });
          expect([401, 403], route.path).toContain(answer.status);
          answers.push(told(answer));
        }
        expect(answers[1], `${route.method} ${route.path}`).toEqual(answers[0]);
      }
    }
    for (const cookie of [{}, { cookie: elsewhere.facilitator.cookie }]) {
      const statuses = [];
      for (const id of [here.id, nobodys]) statuses.push(await refusalStatus(app.url, id, "board", cookie));
      expect(statuses[1]).toBe(statuses[0]);
    }
  });

  it("ABUSE-14 an invite that was revoked is told apart by nobody from one that never was", async () => {
    await using app = await runMemoryApp();
    const { created, facilitator, id } = await startMeeting(app.url);
    await call(app.url, `/api/workshops/${id}/commands`, {
      cookie: facilitator.cookie,
      body: { type: "invite.revoke", invite: created.invites.participant.id },
    });
    const { secret } = created.invites.participant;
    const other = secret.slice(1) + secret.slice(0, 1);
    for (const path of ["/api/join", "/api/join/preview"]) {
      const answers = [];
      for (const invite of [secret, other])
        answers.push(told(await call(app.url, path, { body: { invite } })));
      expect(answers[1]).toEqual(answers[0]);
    }
  });

  it("ABUSE-15 a session counts only as its own workshop's cookie: neither in an address, nor in another header, nor under another name", async () => {
    await using app = await runMemoryApp();
    const { id, participant } = await startMeeting(app.url);
    const elsewhere = await startMeeting(app.url);
    const token = participant.cookie.split("=")[1] ?? "";
    const path = `/api/workshops/${id}/me`;
    const thefts: { path?: string; headers?: Record<string, string> }[] = [
      { path: `${path}?token=${token}&fk_${id}=${token}` },
      { headers: { authorization: `Bearer ${token}` } },
      { headers: { "x-session": token } },
      { headers: { cookie: `fk_${elsewhere.id}=${token}; other=${token}` } },
      { headers: { cookie: `fk_${id}=${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}` } },
      { headers: { cookie: `fk_${id}=${token}x` } },
    ];
    for (const theft of thefts) {
      const answer = await call(app.url, theft.path ?? path, { headers: theft.headers ?? {} });
      expect([401, 403], JSON.stringify(theft)).toContain(answer.status);
    }
    expect(await refusalStatus(app.url, id, `board?fk_${id}=${token}`, {})).toBe(401);
    // And it opens nothing of the facilitator's.
    for (const route of inWorkshop.filter(({ access }) => access === "facilitator")) {
      const answer = await call(app.url, addressOf(route, id), {
        method: route.method,
        ...bodyFor(route),
        cookie: participant.cookie,
      });
      expect([answer.status, codeOf(answer)], route.path).toEqual([403, "wrong-role"]);
    }
  });
});

describe("pages of others", () => {
  it("ABUSE-16 nothing is changed by a call from a foreign page, whatever it is, with the person's own cookie", async () => {
    await using app = await runMemoryApp();
    const { id, created, facilitator } = await startMeeting(app.url);
    const changing = table.filter(({ method }) => method !== "GET");
    expect(changing.length).toBeGreaterThan(4);
    for (const origin of ["https://evil.example", "null", "http://127.0.0.1:1", "file://"]) {
      for (const route of changing) {
        const answer = await call(app.url, addressOf(route, id), {
          method: route.method,
          cookie: facilitator.cookie,
          headers: { ...bodyFor(route).headers, origin },
          bytes: new TextEncoder().encode(
            JSON.stringify({ type: "step.next", invite: created.invites.participant.secret }),
          ),
        });
        expect([answer.status, codeOf(answer)], `${origin} ${route.path}`).toEqual([403, "wrong-origin"]);
        expect(answer.headers.getSetCookie()).toEqual([]);
        expect(answer.headers.get("access-control-allow-origin")).toBeNull();
      }
    }
    const stage = await call(app.url, `/api/workshops/${id}/export.json`, { cookie: facilitator.cookie });
    expect(stage.json).toMatchObject({ workshop: { title: "Høje Gladsaxe" } });
  });
});

describe("guessing", () => {
  it("ACC-3 nobody goes on guessing by waiting: after 600 wrong ones an address has to wait for a day", async () => {
    await using app = await runMemoryApp();
    const { created } = await startMeeting(app.url);
    const { code, secret } = created.invites.participant;
    const preview = (invite: unknown) => call(app.url, "/api/join/preview", { body: { invite } });
    let refused = 0;
    for (let tries = 0; tries < httpLimits.wrongInvitesPerDay; tries += 1) {
      // The limit on calls is by the machine's clock and higher.
      const answer = await preview("349CFX");
      refused += codeOf(answer) === "too-many-requests" ? 1 : 0;
      if (tries % 100 === 99) app.clock.time += httpLimits.wrongInviteWindow;
    }
    expect(refused).toBe(1);
    app.clock.time += httpLimits.wrongInviteWindow;
    expect(codeOf(await preview(code))).toBe("too-many-requests");
    expect((await join(app.url, secret)).role).toBe("participant");
    app.clock.time += 24 * 60 * 60_000;
    expect((await join(app.url, code ?? "")).role).toBe("participant");
  });

  it("ACC-3 an address that a guesser invents in front of a proxy counts for nothing", async () => {
    await using app = await runMemoryApp();
    await startMeeting(app.url);
    const codes: (string | undefined)[] = [];
    for (let tries = 0; tries <= httpLimits.wrongInvites; tries += 1) {
      // What the proxy saw stands last.
      const headers = { "x-forwarded-for": `10.9.${tries}.1, 203.0.113.7` };
      codes.push(codeOf(await call(app.url, "/api/join", { headers, body: { invite: "349CFX" } })));
    }
    expect(codes.at(0)).toBe("unknown-invite");
    expect(codes.at(-1)).toBe("too-many-requests");
    expect(problemCodes).toEqual(expect.arrayContaining([...new Set(codes)]));
  });

  it("ACC-3 sixty people behind one address who each mistype the code twice still get in by it", async () => {
    await using app = await runMemoryApp();
    const { created } = await startMeeting(app.url);
    const { code = "" } = created.invites.participant;
    const wrong = code.replace(/^./, (first) => (first === "3" ? "4" : "3"));
    for (let person = 0; person < 60; person += 1) {
      for (let tries = 0; tries < 2; tries += 1) {
        const answer = await call(app.url, "/api/join/preview", { body: { invite: wrong } });
        expect(codeOf(answer)).toBe("unknown-invite");
      }
      expect((await join(app.url, code)).role).toBe("participant");
    }
  });
});
