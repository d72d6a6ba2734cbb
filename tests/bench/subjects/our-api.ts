import { api, syncBase } from "@faelleskort/shared/protocol/routes.ts";
import {
  type Join,
  type Joined,
  JoinedSchema,
  WorkshopCreatedSchema,
} from "@faelleskort/shared/protocol/http.ts";
import * as v from "valibot";

/** A person who has joined: the way to their socket. */
export interface OurSeat {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly participantId: string;
}

/** Each person comes from an address of their own, told as a proxy on this machine would. */
function addressOf(person: number): Record<string, string> {
  return { "x-forwarded-for": `10.${(person >> 16) & 255}.${(person >> 8) & 255}.${person & 255}` };
}

let people = 0;

/**
 * Makes a workshop and lets people in over the HTTP API: `writers` participants, then `listeners` observers.
 * @throws with the server's answer when it refuses
 */
export async function joinWorkshop(base: string, writers: number, listeners: number): Promise<OurSeat[]> {
  people += 1;
  const facilitator = addressOf(people);
  const created = await post(base, api.workshops, { title: "Bench", template: "round-1" }, facilitator);
  const { workshopId, invites } = v.parse(WorkshopCreatedSchema, await created.json());
  const guests = [
    ...Array.from({ length: writers }, () => invites.participant.secret),
    ...Array.from({ length: listeners }, () => invites.observer.secret),
  ];
  const seats: OurSeat[] = [];
  // A few at a time: an HTTP crowd isn't what is measured.
  const next = guests.entries();
  const usher = async (): Promise<void> => {
    for (const [index, invite] of next) {
      people += 1;
      const address = addressOf(people);
      // oxlint-disable-next-line no-await-in-loop
      const { joined, cookie } = await join(base, { invite, name: `Person ${index}` }, address);
      seats[index] = {
        path: `${syncBase(workshopId)}/board`,
        headers: { cookie, ...address },
        participantId: joined.participantId,
      };
    }
  };
  await Promise.all(Array.from({ length: 8 }, usher));
  return seats;
}

async function join(
  base: string,
  body: Join,
  address: Record<string, string>,
): Promise<{ joined: Joined; cookie: string }> {
  const response = await post(base, api.join, body, address);
  const cookie = response.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { joined: v.parse(JoinedSchema, await response.json()), cookie: cookie.join("; ") };
}

async function post(
  base: string,
  path: string,
  body: object,
  headers: Record<string, string>,
): Promise<Response> {
  const response = await fetch(`${base}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}
