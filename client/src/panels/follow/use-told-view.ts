import { useCallback, useEffect, useState } from "react";
import { browserClock } from "../../canvas/engine/clock.ts";
import { createThrottle } from "../../canvas/engine/throttle.ts";
import type { CanvasView } from "../../canvas/props.ts";
import type { PresenceHub } from "../../state/presence.ts";

/** ms between two views told: five a second, which the follower's view glides between. */
const pace = 200;

/** Tells the others what this person looks at, so that they can follow. */
export function useToldView(presence: PresenceHub): (view: CanvasView) => void {
  const [tell] = useState(() =>
    createThrottle<CanvasView>(browserClock(window), pace, ({ centre, zoom, seen }) =>
      presence.set({ view: { x: centre.x, y: centre.y, zoom, ...seen } }),
    ),
  );
  useEffect(() => () => tell.close(), [tell]);
  return useCallback((view) => tell.push(view), [tell]);
}
