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
  view: { x: 1, y: 2, zoom: 0.5, width: 1_600, height: 900 },
  drag: [],
  editing: null,
  drafts: 0,
  ...part,
});

test("somebody is followed in the window of theirs that shows a sheet", () => {
  const phone = peer({ device: "phone", sheet: null, view: null });
  expect(viewOfPerson([phone, peer({})], anne)).toEqual({
    sheet: "wall",
    centre: { x: 1, y: 2 },
    zoom: 0.5,
    seen: { width: 1_600, height: 900 },
  });
  // A page from before that was told says only how large.
  expect(viewOfPerson([peer({ view: { x: 1, y: 2, zoom: 0.5 } })], anne)).toMatchObject({ seen: null });
  expect(viewOfPerson([phone], anne)).toBeNull();
  expect(viewOfPerson([peer({ participantId: participantId("person-bo") })], anne)).toBeNull();
});
