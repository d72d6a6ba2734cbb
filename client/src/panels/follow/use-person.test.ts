import { participantId } from "@faelleskort/shared/model/ids.ts";
import { expect, test } from "vitest";
import type { Peer } from "../../state/presence.ts";
import { viewOfPerson } from "./use-person.ts";

const anne = participantId("person-anne");
const peer = (part: Partial<Peer>): Peer => ({
  clientId: 1,
  participantId: anne,
  role: "participant",
  label: "Anne",
  color: 0,
  device: "board",
  sheet: "wall",
  cursor: null,
  view: { x: 1, y: 2, zoom: 0.5 },
  drag: [],
  editing: null,
  drafts: 0,
  ...part,
});

test("somebody is followed in the window of theirs that shows a sheet", () => {
  const phone = peer({ device: "phone", sheet: null, view: null });
  expect(viewOfPerson([phone, peer({})], anne)).toEqual({ sheet: "wall", centre: { x: 1, y: 2 }, zoom: 0.5 });
  expect(viewOfPerson([phone], anne)).toBeNull();
  expect(viewOfPerson([peer({ participantId: participantId("person-bo") })], anne)).toBeNull();
});
