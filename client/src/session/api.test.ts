import { workshopId } from "@faelleskort/shared/model/ids.ts";
import { describe, expect, it, vi } from "vitest";
import { createApi } from "./api.ts";

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const apiThat = (answer: () => Promise<Response>, patience?: number) => {
  const fetch = vi.fn<typeof globalThis.fetch>(answer);
  return {
    fetch,
    api: createApi({ fetch, locale: () => "en", ...(patience === undefined ? {} : { patience }) }),
  };
};

describe("the API client", () => {
  it("asks in the reader's language and parses the answer", async () => {
    const { fetch, api } = apiThat(() => Promise.resolve(json({ now: 12 })));
    expect(await api.time()).toEqual({ ok: true, value: { now: 12 } });
    expect(fetch.mock.calls[0]?.[1]?.headers).toMatchObject({ "accept-language": "en" });
  });

  it("hands on the server's own sentence", async () => {
    const problem = {
      type: "about:blank",
      title: "x",
      status: 403,
      detail: "Only the facilitator.",
      code: "wrong-role",
    };
    const { api } = apiThat(() => Promise.resolve(json(problem, 403)));
    expect(await api.command(workshopId("workshop-1"), { type: "step.next" })).toEqual({
      ok: false,
      error: { kind: "problem", code: "wrong-role", status: 403, sentence: "Only the facilitator." },
    });
  });

  it("tells no answer from an answer of somebody else's", async () => {
    const dead = apiThat(() => Promise.reject(new TypeError("Failed to fetch")));
    expect(await dead.api.time()).toEqual({ ok: false, error: { kind: "unreachable" } });
    const hotspot = apiThat(() => Promise.resolve(new Response("<html>Log in</html>", { status: 200 })));
    expect(await hotspot.api.time()).toEqual({ ok: false, error: { kind: "unreadable", status: 200 } });
    const odd = apiThat(() => Promise.resolve(json({ now: "noon" })));
    expect(await odd.api.time()).toEqual({ ok: false, error: { kind: "unreadable", status: 200 } });
    const proxy = apiThat(() => Promise.resolve(json({ error: "bad gateway" }, 502)));
    expect(await proxy.api.time()).toEqual({ ok: false, error: { kind: "unreadable", status: 502 } });
  });

  it("stops waiting, and stops when told to", async () => {
    vi.useFakeTimers();
    const never = (_input: unknown, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
      });
    const api = createApi({ fetch: never, locale: () => "da", patience: 5000 });
    const slow = api.time();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await slow).toEqual({ ok: false, error: { kind: "unreachable" } });
    const controller = new AbortController();
    const stopped = api.join({ invite: "code" }, controller.signal);
    controller.abort();
    expect(await stopped).toEqual({ ok: false, error: { kind: "unreachable" } });
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});
