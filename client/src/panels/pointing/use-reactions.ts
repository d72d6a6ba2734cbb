import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { ReactionKind } from "@faelleskort/shared/protocol/presence.ts";
import { useEffect, useRef, useState } from "react";
import type { CanvasPoint } from "../../canvas/props.ts";
import { useWorkshop } from "../../state/hooks.ts";
import { freshReactions, reactionMs, type SeenSerials, type ShownReaction } from "./reactions.ts";

export interface Reactions {
  readonly shown: readonly ShownReaction[];
  /** Says something without words, to all who look at this sheet; nothing of it is kept. */
  readonly react: (kind: ReactionKind, at: CanvasPoint) => void;
}

export function useReactions(sheet: SheetId): Reactions {
  const { presence, timers } = useWorkshop();
  const [shown, setShown] = useState<readonly ShownReaction[]>([]);
  const serial = useRef(0);
  const show = useRef<(fresh: readonly ShownReaction[]) => void>(() => {});

  useEffect(() => {
    let seen: SeenSerials = new Map();
    const running = new Set<number>();
    show.current = (fresh) => {
      if (fresh.length === 0) return;
      setShown((before) => [...before, ...fresh]);
      const timer = timers.set(() => {
        running.delete(timer);
        setShown((before) => before.filter((one) => !fresh.includes(one)));
      }, reactionMs);
      running.add(timer);
    };
    const look = () => {
      const looked = freshReactions(presence.peers.get(), sheet, seen);
      ({ seen } = looked);
      show.current(looked.fresh);
    };
    look();
    const stop = presence.peers.subscribe(look);
    return () => {
      stop();
      for (const timer of running) timers.clear(timer);
      setShown([]);
      presence.set({ reaction: null });
    };
  }, [presence, timers, sheet]);

  return {
    shown,
    react(kind, at) {
      serial.current += 1;
      const mine = serial.current;
      presence.set({ reaction: { kind, at, serial: mine } });
      const { color } = presence.own.get();
      show.current([{ key: `me ${mine}`, kind, at, label: "", color }]);
      // Who comes later isn't told what was said before.
      timers.set(() => {
        if (serial.current === mine) presence.set({ reaction: null });
      }, reactionMs);
    },
  };
}
