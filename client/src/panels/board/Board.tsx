import type { RecordRef } from "@faelleskort/shared/commands/board-command.ts";
import { isMethodSheet, type SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { Stage } from "@faelleskort/shared/model/stage.ts";
import { page } from "@faelleskort/shared/protocol/routes.ts";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { BoardCanvasHandle, CanvasMenu, CanvasPile, CanvasView } from "../../canvas/props.ts";
import { type DrawingStyle, firstStyle } from "../../canvas/scene/drawing-style.ts";
import type { CanvasTool } from "../../canvas/tool.ts";
import { useT } from "../../i18n/hooks.ts";
import { cell } from "../../session/source.ts";
import { useDrafts, useMayWrite, useMe, useStatus, useWorkshop } from "../../state/hooks.ts";
import { useSelected } from "../../state/use-source.ts";
import { useSingleKeys } from "../../state/single-keys.ts";
import { Later } from "../../ui/Later.tsx";
import { StatusLine } from "../../ui/StatusLine.tsx";
import { useFootSpace } from "../../ui/use-foot-space.ts";
import { DraftsTray } from "../drafts/DraftsTray.tsx";
import { useRevealNotice } from "../drafts/use-reveal-notice.ts";
import { FocusBar } from "../facilitator/FocusBar.tsx";
import { useFollowing } from "../follow/use-following.ts";
import { FollowPill } from "../follow/FollowPill.tsx";
import { fannedByPerson, useFollowedPerson } from "../follow/use-person.ts";
import { useToldView } from "../follow/use-told-view.ts";
import { useRestoredToast } from "../history/use-restored-toast.ts";
import { ToolIcon } from "../parts/ToolIcon.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";
import { Avatars } from "../people/Avatars.tsx";
import { usePeople } from "../people/use-people.ts";
import { SheetTabs } from "../sheets/SheetTabs.tsx";
import { Pointing } from "../pointing/Pointing.tsx";
import { StepBar } from "../steps/StepBar.tsx";
import { BoardTools } from "../tools/BoardTools.tsx";
import { PictureTool } from "../tools/PictureTool.tsx";
import { usePictures } from "../tools/use-pictures.ts";
import { useBoardActions } from "./use-board-actions.ts";
import { ZoomTools } from "../tools/ZoomTools.tsx";
import styles from "./board.module.css";
import { BoardNotices } from "./BoardNotices.tsx";
import { BoardSheet } from "./BoardSheet.tsx";
import { CardMenu, Remote, StyleBar } from "./later.tsx";
import { OpenRecord } from "./OpenRecord.tsx";
import type { PanelTab } from "./panel-tabs.ts";
import { SelectionBar } from "./SelectionBar.tsx";
import { SidePanel } from "./SidePanel.tsx";
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
  const status = useStatus();
  const { presence } = useWorkshop();
  const footSpace = useFootSpace();
  const isPrivate = stage.writing.mode === "private" && role !== "observer";
  // Private cards lie on this device: the lock is of no concern to them.
  const mayWrite = boardIsOpen || isPrivate;

  const [following, follow] = useFollowing(stage, !isFacilitator);
  const { sheet } = following;
  const [singleKeys] = useSingleKeys();
  const [tool, setTool] = useState<CanvasTool>("select");
  const [style, setStyle] = useState<DrawingStyle>(firstStyle);
  const [selection, setSelection] = useState<readonly RecordRef[]>([]);
  const [pile, setPile] = useState<CanvasPile | null>(null);
  const [menu, setMenu] = useState<CanvasMenu | null>(null);
  const [opened, setOpened] = useState<RecordRef | null>(null);
  const [zoom] = useState(() => cell(1));
  const hasRoom = useMedia(roomForPanel);
  const [panel, setPanel] = useState<{ readonly tab: PanelTab; readonly isOpen: boolean }>(() => ({
    tab: openShare ? "share" : "list",
    isOpen: openShare || window.matchMedia(roomForPanel).matches,
  }));
  const canvas = useRef<BoardCanvasHandle>(null);

  useEffect(() => presence.set({ sheet }), [presence, sheet]);
  // Another sheet has other tools, and nothing of it is chosen yet.
  const [shownSheet, setShownSheet] = useState(sheet);
  if (shownSheet !== sheet) {
    setShownSheet(sheet);
    setSelection([]);
    setMenu(null);
    setTool("select");
  }

  const open = useCallback((ref: RecordRef) => setOpened(ref), []);
  const tellView = useToldView(presence);
  useFollowedPerson(presence, following.person, follow);
  const followed = usePeople().find(({ participantId }) => participantId === following.person);
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
  const fannedBy = useSelected(presence.peers, (peers) => fannedByPerson(peers, following.person));
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
                onView={noteView}
                onToolUsed={backToSelect}
                onTool={setTool}
                onMenu={setMenu}
                onPile={notePile}
                pile={fannedBy}
                singleKeys={singleKeys}
              />
              <div ref={footSpace} className={styles.selection}>
                <SelectionBar
                  refs={selection}
                  pile={pile}
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
                <div className={styles.style}>
                  <Later>
                    <StyleBar
                      refs={selection}
                      tool={tool}
                      style={style}
                      mayWrite={boardIsOpen}
                      canvas={() => canvas.current}
                      onStyle={setStyle}
                    />
                  </Later>
                </div>
              )}
              <Pointing sheet={sheet} canvas={() => canvas.current} />
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
                    canvas={() => canvas.current}
                    onOpen={open}
                    onClose={closeMenu}
                  />
                </Later>
              )}
            </div>
          </div>
        </main>
        {(panel.isOpen || isFacilitator) && (
          <div className={styles.side} data-panel={panel.isOpen}>
            {panel.isOpen && (
              <SidePanel
                stage={stage}
                sheet={sheet}
                tab={panel.tab}
                isFacilitator={isFacilitator}
                onTab={(tab) => setPanel({ tab, isOpen: true })}
                onClose={() => setPanel({ ...panel, isOpen: false })}
                onOpen={open}
              />
            )}
            {isFacilitator && hasRoom && (
              <div className={styles.remote}>
                <Later>
                  <Remote
                    stage={stage}
                    view={() => viewOf(canvas.current, sheet)}
                    onPlan={() => showPanel("plan")}
                  />
                </Later>
              </div>
            )}
          </div>
        )}
      </div>
      {isFacilitator && !hasRoom && (
        <Later>
          <Remote stage={stage} view={() => viewOf(canvas.current, sheet)} onPlan={() => showPanel("plan")} />
        </Later>
      )}
      <footer className={styles.foot}>
        <BoardTools
          sheet={sheet}
          tool={tool}
          mayWrite={mayWrite}
          onTool={setTool}
          onTidy={() => canvas.current?.tidy()}
        >
          {isFree && (
            <PictureTool
              disabled={!boardIsOpen}
              onFiles={(files) => {
                const centre = canvas.current?.view().centre;
                if (centre) pictures.put(files, centre);
              }}
            />
          )}
        </BoardTools>
        <ZoomTools
          zoom={zoom}
          onZoomIn={() => canvas.current?.zoomIn()}
          onZoomOut={() => canvas.current?.zoomOut()}
          onZoomTo100={() => canvas.current?.zoomTo100()}
          onFit={() => canvas.current?.fit()}
        />
        <div className={styles.status}>
          <StatusLine status={status} />
        </div>
        <ToolButton
          icon="list"
          label={t("board.panel-toggle")}
          word={t("board.panel.list")}
          aria-expanded={panel.isOpen}
          className={styles.panelButton}
          onClick={() => setPanel({ ...panel, isOpen: !panel.isOpen })}
        />
      </footer>
      {opened && <OpenRecord record={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}

/** Where "everyone here" brings the others. */
function viewOf(canvas: BoardCanvasHandle | null, sheet: SheetId) {
  const view = canvas?.view();
  return { sheet, centre: view ? { x: view.centre.x, y: view.centre.y } : null, zoom: view?.zoom ?? null };
}
