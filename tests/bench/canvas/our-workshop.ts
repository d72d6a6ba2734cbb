import { actorId, type ActorId, type WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { JoinedSchema, WorkshopCreatedSchema } from "@faelleskort/shared/protocol/http.ts";
import { api, syncBase } from "@faelleskort/shared/protocol/routes.ts";
import * as v from "valibot";
import { startServer, type TestServer } from "../../kit/server.ts";
import type { BenchCard } from "./cards.ts";
import type { Seat } from "./other-people.ts";

/** The real server with one workshop full of cards. */
export interface OurWorkshop {
  readonly server: TestServer;
  readonly id: WorkshopId;
  readonly cards: readonly (BenchCard & { readonly id: ActorId })[];
  /** Somebody new, who has joined by the invitation. */
  seat(label: string): Promise<Seat>;
  close(): Promise<void>;
}

const FileSchema = v.looseObject({ board: v.looseObject({ actors: v.array(v.unknown()) }) });

/** Starts the server, makes a workshop, and brings the cards in as one brings in an exported workshop. */
export async function openWorkshop(cards: readonly BenchCard[]): Promise<OurWorkshop> {
  const server = await startServer({ env: { LOG_LEVEL: "warn" } });
  const { url } = server;
  const created = await post(url, api.workshops, { title: "Bench", template: "round-1" });
  const { workshopId: id, invites } = v.parse(WorkshopCreatedSchema, await created.json());
  const facilitator = await join(url, invites.facilitator.secret, "Anne");
  const numbered = cards.map((card, index) => ({ ...card, id: actorId(`bench-card-${index}`) }));
  const empty = await fetch(`${url}${api.export(id, "json")}`, { headers: { cookie: facilitator.cookie } });
  const file = v.parse(FileSchema, await empty.json());
  const actors = numbered.map(({ id: card, name, category, x, y }, index) => ({
    id: card,
    name,
    category,
    answers: {
      activities: index % 3 === 0 ? "Lektiehjælp tirsdag og torsdag, åbent for alle fra 8. klasse" : "",
      partners: "",
      contribution: index % 5 === 0 ? "Lokaler om aftenen" : "",
    },
    author: { label: index % 2 === 0 ? "Anne, Biblioteket" : "Mahmoud, Fair Play", participantId: null },
    createdAt: 1_760_000_000_000 + index,
    onWhoCard: false,
    wall: { x, y, z: 0 },
    placement: null,
    mergedInto: null,
    deleted: false,
  }));
  await post(url, api.import(id), { ...file, board: { ...file.board, actors } }, facilitator.cookie);
  return {
    server,
    id,
    cards: numbered,
    async seat(label) {
      const { cookie, participantId } = await join(url, invites.participant.secret, label);
      return {
        base: `${url.replace("http", "ws")}${syncBase(id)}`,
        cookie,
        origin: url,
        participantId,
        label,
      };
    },
    close: () => server.close(),
  };
}

async function join(url: string, invite: string, organisation: string) {
  const response = await post(url, api.join, { invite, organisation });
  const { participantId } = v.parse(JoinedSchema, await response.json());
  const cookie = response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  return { participantId, cookie: cookie.join("; ") };
}

async function post(url: string, path: string, body: object, cookie?: string): Promise<Response> {
  const response = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie === undefined ? {} : { cookie }) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}
