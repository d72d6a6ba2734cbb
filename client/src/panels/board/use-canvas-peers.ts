import { useEffect, useMemo } from "react";
import type { CanvasPeer, Source } from "../../canvas/props.ts";
import { derived } from "../../session/source.ts";
import { useWorkshop } from "../../state/hooks.ts";
import { canvasPeers } from "./canvas-peers.ts";

/** The others, in the canvas' own words; followed for as long as the component is there. */
export function useCanvasPeers(): Source<readonly CanvasPeer[]> {
  const { presence } = useWorkshop();
  const source = useMemo(
    () => derived<readonly CanvasPeer[]>([presence.peers], () => canvasPeers(presence.peers.get())),
    [presence],
  );
  useEffect(() => () => source.close(), [source]);
  return source;
}
