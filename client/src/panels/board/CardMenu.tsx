import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import type { BoardCanvasHandle, CanvasMenu } from "../../canvas/props.ts";
import { useT } from "../../i18n/hooks.ts";
import { sheetOf } from "../../sheets/sheets-by-id.ts";
import { useBoard, useRole, useSharedClusters } from "../../state/hooks.ts";
import { isOpenTo } from "../../state/text-target.ts";
import { Button } from "../../ui/Button.tsx";
import { useMerge } from "../editor/use-merge.ts";
import styles from "./CardMenu.module.css";

export interface CardMenuProps {
  readonly menu: CanvasMenu;
  readonly sheet: SheetId;
  readonly mayWrite: boolean;
  readonly canvas: () => BoardCanvasHandle | null;
  readonly onOpen: (ref: RecordRef) => void;
  readonly onClose: () => void;
}

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

/** CSS px between the finger and the menu, so that lifting the finger chooses nothing. */
const besideFinger = 12;

/** What can be done with what is under the finger or the right button; the same as by keys and buttons. */
export function CardMenu(props: CardMenuProps): ReactNode {
  const { menu, onClose, canvas } = props;
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const choices = useChoices(props);

  useLayoutEffect(() => {
    const { current } = list;
    if (!current) return;
    const room = current.offsetParent?.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = current;
    // Beside the finger where there is room, else on its other side.
    const fit = (at: number, length: number, whole: number) =>
      at + besideFinger + length <= whole
        ? at + besideFinger
        : Math.max(0, Math.min(at - besideFinger, whole) - length);
    current.style.left = `${fit(menu.at.x, offsetWidth, room?.width ?? Infinity)}px`;
    current.style.top = `${fit(menu.at.y, offsetHeight, room?.height ?? Infinity)}px`;
    current.querySelector("button")?.focus({ preventScroll: true });
  }, [menu]);

  useEffect(() => {
    const close = (event: Event) => {
      if (event.target instanceof Node && list.current?.contains(event.target)) return;
      onClose();
    };
    window.addEventListener("pointerdown", close, { capture: true });
    window.addEventListener("wheel", close, { capture: true, passive: true });
    // A finger that is lifted takes the keyboard back to the sheet: keys pressed there are for the menu, too.
    const hear = (event: globalThis.KeyboardEvent) => {
      if (event.target instanceof Node && list.current?.contains(event.target)) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp")
        list.current?.querySelector("button")?.focus();
      else if (event.key === "Escape") onClose();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", hear, { capture: true });
    return () => {
      window.removeEventListener("keydown", hear, { capture: true });
      window.removeEventListener("pointerdown", close, { capture: true });
      window.removeEventListener("wheel", close, { capture: true });
    };
  }, [onClose]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") {
      onClose();
      canvas()?.focus();
    } else if (step !== undefined) buttons.at((at + step) % buttons.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={list}
      className={styles.menu}
      role="menu"
      tabIndex={-1}
      aria-label={t("canvas.menu")}
      onKeyDown={onKeyDown}
    >
      {choices.map(({ id, label, run }) => (
        <Button
          key={id}
          kind="quiet"
          wide
          role="menuitem"
          onClick={() => {
            onClose();
            canvas()?.focus();
            run();
          }}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

function useChoices({ menu, sheet, mayWrite, canvas, onOpen }: CardMenuProps): readonly Choice[] {
  const t = useT();
  const merge = useMerge();
  const clusters = useSharedClusters();
  const { refs } = menu;
  const role = useRole();
  const isOpen = useBoard((board) => refs.some((ref) => isOpenTo(role, board, ref)));
  const tidyChoices = sheetOf(sheet).tidyOrders.map((order) => ({
    id: `tidy-${order}`,
    label: t(`canvas.tidy-by.${order}`),
    run: () => canvas()?.tidy(order),
  }));
  const [first] = refs;
  if (first === undefined) {
    const fit = { id: "fit", label: t("board.fit"), run: () => canvas()?.fit() };
    if (!mayWrite) return [fit];
    const write = { id: "new", label: t("canvas.menu-new"), run: () => canvas()?.newCardAtCentre() };
    return [write, ...tidyChoices, fit];
  }
  const ids = new Set<string>(refs.map(({ id }) => id));
  const actors = clusters.filter(({ members }) => members.some(({ id }) => ids.has(id)));
  const open = { id: "open", label: t("board.selection.open"), run: () => onOpen(first) };
  const isOne = refs.length === 1;
  if (!mayWrite) return isOne ? [open] : [];
  const edit = { id: "edit", label: t("board.selection.edit"), run: () => canvas()?.edit(first) };
  const one = isOne ? [...(isOpen ? [edit] : []), open] : [];
  const join = { id: "merge", label: t("list.merge-selected"), run: () => void merge(actors) };
  const remove = { id: "delete", label: t("canvas.menu-delete"), run: () => canvas()?.deleteSelection() };
  return [
    ...one,
    ...(actors.length > 1 ? [join] : []),
    ...(refs.length > 1 ? tidyChoices : []),
    { id: "copy", label: t("canvas.menu-duplicate"), run: () => canvas()?.duplicateSelection() },
    ...(isOpen ? [remove] : []),
  ];
}
