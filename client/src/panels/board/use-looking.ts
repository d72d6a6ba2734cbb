import type { Stage } from "@faelleskort/shared/model/stage.ts";
import type { PriorityField } from "@faelleskort/shared/method/fields.ts";
import { type Dispatch, useCallback, useEffect, useState } from "react";
import type { CanvasPile, CanvasView } from "../../canvas/props.ts";
import { type Cell, cell } from "../../session/source.ts";
import { useWorkshop } from "../../state/hooks.ts";
import { useSelected } from "../../state/use-source.ts";
import type { FollowEvent, Following } from "../follow/follow.ts";
import { useFollowing } from "../follow/use-following.ts";
import { fannedByPerson, useFollowedPerson } from "../follow/use-person.ts";
import { useToldView } from "../follow/use-told-view.ts";
import type { PresentPerson } from "../people/present.ts";
import { usePeople } from "../people/use-people.ts";

/** What this window looks at, where it was led and whom it follows; and what the others are told of that. */
export interface Looking {
  readonly following: Following;
  readonly follow: Dispatch<FollowEvent>;
  readonly followed: PresentPerson | undefined;
  readonly zoom: Cell<number>;
  /** The pile that is spread out or selected here. */
  readonly pile: CanvasPile | null;
  /** The one that who is followed has spread out. */
  readonly fannedBy: PriorityField | null;
  readonly noteView: (view: CanvasView, byHand: boolean) => void;
  readonly notePile: (pile: CanvasPile | null) => void;
}

/** `comes` is false for those who call: they stay where they are. */
export function useLooking(stage: Stage, comes: boolean): Looking {
  const { presence } = useWorkshop();
  const [following, follow] = useFollowing(stage, comes);
  const { sheet, person } = following;
  const [zoom] = useState(() => cell(1));
  const [pile, setPile] = useState<CanvasPile | null>(null);
  const tellView = useToldView(presence);
  const followed = usePeople().find(({ participantId }) => participantId === person);
  const fannedBy = useSelected(presence.peers, (peers) => fannedByPerson(peers, person));
  useFollowedPerson(presence, person, follow);
  useEffect(() => presence.set({ sheet }), [presence, sheet]);
  const noteView = useCallback(
    (view: CanvasView, byHand: boolean) => {
      zoom.set(view.zoom);
      tellView(view);
      if (byHand) follow({ type: "moved" });
    },
    [follow, tellView, zoom],
  );
  const notePile = useCallback(
    (next: CanvasPile | null) => {
      setPile(next);
      presence.set({ fanned: next?.isOpen ? next.field : null });
    },
    [presence],
  );
  return { following, follow, followed, zoom, pile, fannedBy, noteView, notePile };
}
