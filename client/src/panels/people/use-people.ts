import type { Presence } from "@faelleskort/shared/protocol/presence.ts";
import { useMemo } from "react";
import { useWorkshop } from "../../state/hooks.ts";
import { useSelected } from "../../state/use-source.ts";
import { type PresentPerson, presentPeople } from "./present.ts";

/** Presence changes with every move of a pointer; who is here doesn't. */
const still = (presence: Presence): Presence => ({
  ...presence,
  cursor: null,
  view: null,
  drag: [],
  editing: null,
});
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Everybody here, this person too. Renders again only when somebody comes, goes, turns to another sheet or writes a card. */
export function usePeople(): readonly PresentPerson[] {
  const { presence } = useWorkshop();
  const own = useSelected(presence.own, still, isSame);
  const peers = useSelected(presence.peers, (all) => all.map(still), isSame);
  return useMemo(() => presentPeople(own, peers), [own, peers]);
}
