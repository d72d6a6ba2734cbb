import { toWorld } from "../geometry/camera.ts";
import type { Point } from "../geometry/rect.ts";
import type { Device, PointerSample } from "../gestures/gesture.ts";
import { keyAction } from "../gestures/key-action.ts";
import { copiesType } from "../scene/copies.ts";
import { act, besideSelected, paste, wheel } from "./acts.ts";
import { pileAtHand } from "./piling.ts";
import { takePictures, takesPictures } from "./taking-pictures.ts";
import { openMenu } from "./menu.ts";
import { copySelection, cutSelection, pasteCopies } from "./copying.ts";
import type { CanvasEngine } from "./canvas-engine.ts";

/** CSS px per line and per page, for wheels that count in those. */
const wheelUnits = [1, 16, 400] as const;

const deviceOf = (event: PointerEvent): Device =>
  event.pointerType === "touch" ? "touch" : event.pointerType === "pen" ? "pen" : "mouse";

/** Turns what happens to the paper element into what the engine understands. Returns how to stop listening. */
export function listen(paper: HTMLElement, engine: CanvasEngine): () => void {
  const { desk } = engine;
  const stop = new AbortController();
  const { signal } = stop;

  const screenOf = (event: MouseEvent): Point => {
    const { left, top } = paper.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const sampleOf = (event: PointerEvent): PointerSample => {
    desk.isLoose = event.altKey || event.ctrlKey || event.metaKey;
    const screen = screenOf(event);
    const world = toWorld(desk.viewport.camera, screen);
    return { pointer: event.pointerId, device: deviceOf(event), screen, world };
  };

  paper.addEventListener(
    "pointerdown",
    (event) => {
      desk.sync();
      const sample = sampleOf(event);
      // So that the release is seen wherever it happens.
      paper.setPointerCapture(event.pointerId);
      const { button, shiftKey: shift, altKey: alt, timeStamp: time } = event;
      const on = engine.hit(sample.screen, sample.device);
      const grip = engine.grip(sample.screen, sample.device);
      desk.gesture({ type: "down", sample, button, shift, alt, on, time, grip });
    },
    { signal },
  );
  paper.addEventListener(
    "pointermove",
    (event) => {
      engine.pointAt(screenOf(event));
      // Between two frames a hand goes on: a line without those samples has corners.
      const events = engine.isDrawing ? event.getCoalescedEvents() : [];
      for (const seen of events.length > 0 ? events : [event]) {
        const sample = sampleOf(seen);
        const over = engine.passed(sample.world, sample.device);
        desk.gesture({ type: "move", sample, held: event.buttons !== 0, shift: event.shiftKey, over });
      }
    },
    { signal },
  );
  paper.addEventListener(
    "pointerup",
    (event) => desk.gesture({ type: "up", sample: sampleOf(event), time: event.timeStamp }),
    { signal },
  );
  const cancel = ({ pointerId: pointer }: PointerEvent) => desk.gesture({ type: "cancel", pointer });
  paper.addEventListener("pointercancel", cancel, { signal });
  paper.addEventListener("lostpointercapture", cancel, { signal });
  paper.addEventListener("pointerleave", () => engine.pointAt(null), { signal });

  // A long press asks for the browser's menu, too, and has asked for ours already.
  paper.addEventListener(
    "contextmenu",
    (event) => {
      event.preventDefault();
      if (event.button === 2 || event.ctrlKey) openMenu(desk, screenOf(event), engine.hit(screenOf(event)));
    },
    { signal },
  );
  // The middle button would start the browser's own scrolling.
  paper.addEventListener("mousedown", (event) => event.button === 1 && event.preventDefault(), { signal });
  paper.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const unit = wheelUnits[event.deltaMode] ?? 1;
      const zooms = event.ctrlKey || event.metaKey;
      wheel(desk, { dx: event.deltaX * unit, dy: event.deltaY * unit, zooms, at: screenOf(event) });
      engine.pointAt(screenOf(event));
    },
    { signal, passive: false },
  );

  paper.addEventListener(
    "keydown",
    (event) => {
      if (desk.props.readOnly || event.isComposing) return;
      const context = {
        hasSelection: desk.selection.refs.length > 0,
        hasBeside: besideSelected(desk) !== null,
        mayWrite: desk.props.mayWrite,
        singleKeys: desk.props.singleKeys ?? true,
        tools: desk.props.sheets(desk.props.sheet).tools,
        pile: pileAtHand(desk),
        groups: desk.scene.arrangement?.free !== undefined,
      };
      const action = keyAction(event, context);
      if (!action) return;
      event.preventDefault();
      act(desk, action);
      desk.loop.request();
    },
    { signal },
  );
  paper.addEventListener("keyup", (event) => event.key === " " && void (desk.spaceHeld = false), { signal });
  const copy = (event: ClipboardEvent) => {
    const copied = desk.props.readOnly ? null : copySelection(desk);
    if (!copied || !event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData(copiesType, copied.own);
    event.clipboardData.setData("text/plain", copied.plain);
    if (event.type === "cut") cutSelection(desk);
  };
  paper.addEventListener("copy", copy, { signal });
  paper.addEventListener("cut", copy, { signal });
  paper.addEventListener(
    "paste",
    (event) => {
      if (desk.props.readOnly) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      // Other programs copy a picture of a text along with it: then it's the text that was meant.
      if (text.trim() === "" && takePictures(desk, event.clipboardData, desk.pointer)) {
        return event.preventDefault();
      }
      const isOurs = pasteCopies(desk, event.clipboardData?.getData(copiesType) ?? "");
      if (!isOurs && text.trim() === "") return;
      event.preventDefault();
      if (!isOurs) paste(desk, text);
    },
    { signal },
  );

  paper.addEventListener(
    "dragover",
    (event) => {
      if (takesPictures(desk) && event.dataTransfer?.types.includes("Files")) event.preventDefault();
    },
    { signal },
  );
  paper.addEventListener(
    "drop",
    (event) => {
      const at = toWorld(desk.viewport.camera, screenOf(event));
      if (takePictures(desk, event.dataTransfer, at)) event.preventDefault();
    },
    { signal },
  );

  const { ownerDocument: document } = paper;
  const interrupt = () => {
    desk.spaceHeld = false;
    desk.gesture({ type: "interrupt" });
  };
  paper.addEventListener("blur", () => void (desk.spaceHeld = false), { signal });
  document.defaultView?.addEventListener("blur", interrupt, { signal });
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState !== "hidden") return;
      interrupt();
      engine.pointAt(null);
    },
    { signal },
  );
  return () => stop.abort();
}
