import { useEffect, useMemo } from "react";
import type { CanvasPeer, Source } from "../canvas/props.ts";
import { canvasPeers } from "../panels/board/canvas-peers.ts";
import { derived } from "../session/source.ts";
import { useWorkshop } from "../state/hooks.ts";

/** Others' dragging without their cursors and names: a room sees cards glide, not who holds them. */
export function useNamelessPeers(): Source<readonly CanvasPeer[]> {
  const { presence } = useWorkshop();
  const source = useMemo(
    () =>
      derived<readonly CanvasPeer[]>([presence.peers], () =>
        canvasPeers(presence.peers.get()).map((peer) => ({
          ...peer,
          label: "",
          cursor: null,
          editing: null,
        })),
      ),
    [presence],
  );
  useEffect(() => () => source.close(), [source]);
  return source;
}
