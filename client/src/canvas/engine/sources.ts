import type { BoardCanvasProps } from "../props.ts";

/** Listens to what the canvas shows; to others when the page passes in others. */
export interface Sources {
  follow(props: Pick<BoardCanvasProps, "source" | "peers">): void;
  close(): void;
}

export function createSources(boardChanged: () => void, peersChanged: () => void): Sources {
  let followed: Pick<BoardCanvasProps, "source" | "peers"> | null = null;
  let stops: (() => void)[] = [];
  const close = () => {
    for (const stop of stops) stop();
    stops = [];
    followed = null;
  };
  return {
    follow({ source, peers }) {
      if (followed?.source === source && followed.peers === peers) return;
      close();
      followed = { source, peers };
      stops = [source.subscribe(boardChanged), peers.subscribe(peersChanged)];
    },
    close,
  };
}

/** Whether the sheet must be laid out anew, and not only looked at. */
export function layoutDiffers(before: BoardCanvasProps, next: BoardCanvasProps): boolean {
  return (
    before.sheet !== next.sheet ||
    before.source !== next.source ||
    before.focusActor !== next.focusActor ||
    before.picture?.width !== next.picture?.width ||
    before.picture?.height !== next.picture?.height
  );
}
