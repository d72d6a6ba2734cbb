import { boundsOf, inflate, type Rect } from "../geometry/rect.ts";
import type { Making } from "../gestures/making.ts";
import type { Brush } from "../painters/brush.ts";
import { paintGrips, paintLineGlow } from "../painters/grips.ts";
import { paintItem, paintLifted } from "../painters/item.ts";
import { paintLasso, paintSelection } from "../painters/selection.ts";
import { lineOf } from "../scene/element-layout.ts";
import type { FreeHand, GripAt, MakingTool } from "../scene/free-hand.ts";
import type { ElementItem, ItemKey, SceneItem } from "../scene/item.ts";
import type { Draft } from "../scene/sheet.ts";
import { liftedExtent, strokeReach } from "./extent.ts";
import type { Held } from "./held.ts";
import { clear, type Easel, enterWorld, worldBrush } from "./paint.ts";

export interface HandPicture {
  readonly held: Iterable<Held>;
  /** Selected things at rest. */
  readonly selected: readonly SceneItem[];
  readonly selectedKeys: ReadonlySet<ItemKey>;
  readonly lasso: Rect | null;
  readonly draft: Draft | null;
  /** Lines in the hand, or that end at what is in it, as they run now. */
  readonly lines: readonly ElementItem[];
  readonly grips: readonly GripAt[];
  readonly making: Making | null;
  readonly makingTool: MakingTool;
  readonly free: FreeHand | undefined;
}

/** What I do: selected, in my hand, being written or made. */
export function paintHand(easel: Easel, picture: HandPicture): void {
  const { held, selected, selectedKeys, lasso, draft, lines, grips, making } = picture;
  clear(easel);
  enterWorld(easel);
  const brush = worldBrush(easel);
  for (const item of selected) {
    paintSelected(brush, item);
  }
  for (const line of lines) {
    if (selectedKeys.has(line.key)) paintSelected(brush, line);
    else paintItem(brush, line);
  }
  const routed = new Set(lines.map(({ key }) => key));
  for (const { item, at, lifted } of held) {
    if (routed.has(item.key)) continue;
    if (lifted) paintLifted(brush, item, at);
    else paintItem(brush, item, at);
    if (selectedKeys.has(item.key)) paintSelection(brush, { ...item.rect, ...at });
  }
  if (making) picture.free?.paintMaking(brush, making, picture.makingTool);
  else paintGrips(brush, grips);
  if (lasso) paintLasso(brush, lasso);
  draft?.paint(brush);
}

/** What of the world that is painted on; "all" where it may reach anywhere, null for nothing. */
export function handArea(picture: HandPicture, zoom: number): Rect | "all" | null {
  const { held, selected, lasso, draft, lines, grips, making } = picture;
  if (lasso || draft || making) return "all";
  return boundsOf([
    ...[...held].map(({ item, at }) => liftedExtent(item, at, zoom)),
    ...[...selected, ...lines].map((item) => liftedExtent(item, item.rect, zoom)),
    ...grips.map(({ at: { x, y } }) => inflate({ x, y, width: 0, height: 0 }, strokeReach / zoom)),
  ]);
}

/** A line glows; anything else gets a ring. */
function paintSelected(brush: Brush, item: SceneItem): void {
  if (item.kind !== "element" || item.layout.kind !== "connector") return paintSelection(brush, item.rect);
  paintLineGlow(brush, lineOf(item.layout, item.rect));
  paintItem(brush, item);
}
