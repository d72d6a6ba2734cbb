import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import { isMethodSheet } from "@faelleskort/shared/model/sheet.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { page } from "@faelleskort/shared/protocol/routes.ts";
import { type ReactNode, useCallback, useRef, useState } from "react";
import type { BoardCanvasHandle, CanvasMenu } from "../../canvas/props.ts";
import { type DrawingStyle, firstStyle } from "../../canvas/scene/drawing-style.ts";
import type { CanvasTool } from "../../canvas/tool.ts";
import { useT } from "../../i18n/hooks.ts";
import { useDrafts, useMayWrite, useMe } from "../../state/hooks.ts";
import { useSingleKeys } from "../../state/single-keys.ts";
import { Later } from "../../ui/Later.tsx";
import { useFootSpace } from "../../ui/use-foot-space.ts";
import { DraftsTray } from "../drafts/DraftsTray.tsx";
import { useRevealNotice } from "../drafts/use-reveal-notice.ts";
import { FocusBar } from "../facilitator/FocusBar.tsx";
import { FollowPill } from "../follow/FollowPill.tsx";
import { useRestoredToast } from "../history/use-restored-toast.ts";
import { ToolIcon } from "../parts/ToolIcon.tsx";
import { Avatars } from "../people/Avatars.tsx";
import { SheetTabs } from "../sheets/SheetTabs.tsx";
import { Pointing } from "../pointing/Pointing.tsx";
import { StepBar } from "../steps/StepBar.tsx";
import { usePictures } from "../tools/use-pictures.ts";
import { useBoardActions } from "./use-board-actions.ts";
import styles from "./board.module.css";
import { BoardFoot } from "./BoardFoot.tsx";
import { BoardNotices } from "./BoardNotices.tsx";
import { BoardSheet } from "./BoardSheet.tsx";
import { BoardRemote, BoardSide, type OpenPanel } from "./BoardSide.tsx";
import { CardMenu, StyleBar } from "./later.tsx";
import { OpenRecord } from "./OpenRecord.tsx";
import type { PanelTab } from "./panel-tabs.ts";
import { SelectionBar } from "./SelectionBar.tsx";
import { useLooking } from "./use-looking.ts";
import { ofSheet, useSheetKeys } from "./use-sheet-keys.ts";
import { roomForPanel, useMedia } from "./use-media.ts";

export interface BoardProps {
  readonly stage: Stage;
  readonly openShare: boolean;
}

/** The page's parts and what they have in common: the sheet shown, what is chosen, what is open. */
export function Board({ stage, openShare }: BoardProps): ReactNode {
  const t = useT();
  const { role, workshopId } = useMe();
  const isFacilitator = role === "facilitator";
  const boardIsOpen = useMayWrite();
  const drafts = useDrafts();
  const footSpace = useFootSpace();
  const isPrivate = stage.writing.mode === "private" && role !== "observer";
  // Private cards lie on this device: the lock is of no concern to them.
  const mayWrite = boardIsOpen || isPrivate;

  const looking = useLooking(stage, !isFacilitator);
  const { following, follow, followed } = looking;
  const { sheet } = following;
  const [singleKeys] = useSingleKeys();
  const [tool, setTool] = useState<CanvasTool>("select");
  const [style, setStyle] = useState<DrawingStyle>(firstStyle);
  const [selection, setSelection] = useState<readonly RecordRef[]>([]);
  const [menu, setMenu] = useState<CanvasMenu | null>(null);
  const [opened, setOpened] = useState<RecordRef | null>(null);
  const hasRoom = useMedia(roomForPanel);
  const [panel, setPanel] = useState<OpenPanel>(() => ({
    tab: openShare ? "share" : "list",
    isOpen: openShare || window.matchMedia(roomForPanel).matches,
  }));
  const canvas = useRef<BoardCanvasHandle>(null);
  const canvasNow = useCallback(() => canvas.current, []);
  useSheetKeys(canvasNow);

  // Another sheet has other tools, and nothing of it is chosen yet.
  const [shownSheet, setShownSheet] = useState(sheet);
  if (shownSheet !== sheet) {
    setShownSheet(sheet);
    setSelection([]);
    setMenu(null);
    setTool("select");
  }

  const open = useCallback((ref: RecordRef) => setOpened(ref), []);
  const closeMenu = useCallback(() => setMenu(null), []);
  const backToSelect = useCallback(() => setTool("select"), []);
  const showPanel = (tab: PanelTab) => setPanel({ tab, isOpen: true });
  const writeNew = () => canvas.current?.newCardAtCentre();
  useRevealNotice(stage);
  useRestoredToast();
  useBoardActions({ stage, mayWrite, isFacilitator, singleKeys, onNew: writeNew, onTool: setTool, sheet });
  const pictures = usePictures(sheet);
  const isFree = !isMethodSheet(sheet);

  return (
    <div className={styles.page}>
      <StepBar stage={stage}>
        <Avatars
          followed={following.person}
          onFollow={(person) => follow({ type: "person-chosen", person })}
          onOpen={() => showPanel("people")}
        />
        <a className={styles.phone} href={page.phone(workshopId)} aria-label={t("board.other-view.phone")}>
          <ToolIcon name="phone" />
        </a>
      </StepBar>
      <BoardNotices stage={stage} role={role} isLed={following.led} />
      <div className={styles.middle} data-panel={panel.isOpen}>
        <main className={styles.sheet}>
          <div className={styles.sheetTabs}>
            <SheetTabs
              stage={stage}
              sheet={sheet}
              onChoose={(id) => follow({ type: "sheet-chosen", sheet: id })}
            />
          </div>
          {stage.focus !== null && sheet !== "map" && (
            <FocusBar actor={stage.focus} onOpen={(id) => open({ record: "actor", id })} />
          )}
          <div className={styles.work}>
            {(isPrivate || drafts.length > 0) && (
              <div className={styles.drafts}>
                <DraftsTray />
              </div>
            )}
            <div className={styles.canvas}>
              <BoardSheet
                ref={canvas}
                stage={stage}
                sheet={sheet}
                tool={tool}
                style={style}
                onPictures={pictures.put}
                onPictureFrom={pictures.putFrom}
                mayWrite={isFree ? boardIsOpen : mayWrite}
                viewRequest={following.view}
                onOpen={open}
                onSelect={setSelection}
                onView={looking.noteView}
                onToolUsed={backToSelect}
                onTool={setTool}
                onMenu={setMenu}
                onPile={looking.notePile}
                pile={looking.fannedBy}
                singleKeys={singleKeys}
              />
              <div ref={footSpace} className={styles.selection} {...ofSheet}>
                <SelectionBar
                  refs={selection}
                  pile={looking.pile}
                  onTurnPile={() => canvas.current?.turnPile()}
                  sheet={sheet}
                  mayWrite={boardIsOpen}
                  isFacilitator={isFacilitator}
                  onOpen={open}
                  onEdit={(ref) => canvas.current?.edit(ref)}
                  onTidy={() => canvas.current?.tidy()}
                />
              </div>
              {isFree && (
                <div className={styles.style} {...ofSheet}>
                  <Later>
                    <StyleBar
                      refs={selection}
                      tool={tool}
                      style={style}
                      mayWrite={boardIsOpen}
                      canvas={canvasNow}
                      onStyle={setStyle}
                    />
                  </Later>
                </div>
              )}
              <Pointing sheet={sheet} canvas={canvasNow} />
              {followed && (
                <FollowPill
                  person={followed}
                  onStop={() => follow({ type: "person-chosen", person: null })}
                />
              )}
              {menu && (
                <Later>
                  <CardMenu
                    menu={menu}
                    sheet={sheet}
                    mayWrite={mayWrite}
                    canvas={canvasNow}
                    onOpen={open}
                    onClose={closeMenu}
                  />
                </Later>
              )}
            </div>
          </div>
        </main>
        <BoardSide
          {...{ stage, sheet, panel, isFacilitator }}
          withRemote={isFacilitator && hasRoom}
          canvas={canvasNow}
          onPanel={setPanel}
          onOpen={open}
        />
      </div>
      {isFacilitator && !hasRoom && (
        <BoardRemote {...{ stage, sheet }} canvas={canvasNow} onPlan={() => showPanel("plan")} />
      )}
      <BoardFoot
        {...{ sheet, tool, mayWrite, pictures }}
        zoom={looking.zoom}
        isPanelOpen={panel.isOpen}
        canvas={canvasNow}
        onTool={setTool}
        onPanel={() => setPanel({ ...panel, isOpen: !panel.isOpen })}
      />
      {opened && <OpenRecord record={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
