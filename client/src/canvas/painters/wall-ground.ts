import type { Brush } from "./brush.ts";
import { paintWord } from "./text.ts";

/** The wall itself is bare paper; an empty one invites. */
export function paintWallGround(brush: Brush, isEmpty: boolean): void {
  if (!isEmpty) return;
  const { colours, t } = brush;
  paintWord(
    brush,
    t("canvas.empty-wall"),
    { weight: 600, size: 30 },
    { x: 0, y: -24 },
    colours.ink,
    "center",
  );
  paintWord(
    brush,
    t("canvas.empty-wall-how"),
    { weight: 400, size: 20 },
    { x: 0, y: 20 },
    colours.quietInk,
    "center",
  );
}
