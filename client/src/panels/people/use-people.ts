import { useMemo } from "react";
import { usePeers, useWorkshop } from "../../state/hooks.ts";
import { useSource } from "../../state/use-source.ts";
import { type PresentPerson, presentPeople } from "./present.ts";

/** Everybody here, this person too. */
export function usePeople(): readonly PresentPerson[] {
  const own = useSource(useWorkshop().presence.own);
  const peers = usePeers();
  return useMemo(() => presentPeople(own, peers), [own, peers]);
}
