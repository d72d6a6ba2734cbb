import type { ParticipantId } from "@faelleskort/shared/model/ids.ts";
import type { SheetId } from "@faelleskort/shared/model/sheet.ts";
import type { StepId, Summons } from "@faelleskort/shared/model/stage.ts";

/** A view to go to; null centre = the whole sheet, null zoom = as it is. */
export interface ViewCall {
  readonly serial: number;
  readonly centre: { readonly x: number; readonly y: number } | null;
  readonly zoom: number | null;
  /** So much of the sheet (world units) round the centre is to be seen, whatever the zoom; null: the zoom says it. */
  readonly seen: Seen | null;
}

export interface Seen {
  readonly width: number;
  readonly height: number;
}

/** What somebody else looks at. */
export interface PersonView {
  readonly sheet: SheetId;
  readonly centre: { readonly x: number; readonly y: number };
  readonly zoom: number;
  /** null from pages that don't tell yet. */
  readonly seen: Seen | null;
}

/**
 * What one person is looking at. They are led (a new step, "everyone here") or move themselves; being led happens once
 * per call, so that whoever moves away stays away until the next.
 */
export interface Following {
  readonly sheet: SheetId;
  /** The last call obeyed; what the canvas is asked to show. */
  readonly view: ViewCall | null;
  /** True from a call until this person moves: the page says so, and offers nothing to end. */
  readonly led: boolean;
  /** The last call and step known, obeyed or not. */
  readonly knownSerial: number;
  readonly knownStep: StepId;
  /** Whom this person follows by their own choice; null = nobody. Moving, and being called, ends it. */
  readonly person: ParticipantId | null;
}

export type FollowEvent =
  | { readonly type: "person-chosen"; readonly person: ParticipantId | null }
  /** What the person followed looks at now; null when they are gone. */
  | { readonly type: "person-looks"; readonly at: PersonView | null }
  | { readonly type: "moved" }
  | { readonly type: "sheet-chosen"; readonly sheet: SheetId }
  | {
      readonly type: "stage";
      readonly step: StepId;
      readonly sheetOfStep: SheetId;
      readonly summons: Summons | null;
    }
  /** The facilitator turned to another sheet. Only the projector listens to it. */
  | { readonly type: "facilitator-sheet"; readonly sheet: SheetId };

/**
 * Where somebody begins who just came: at the present step's sheet. A call made before they came is old: it isn't obeyed,
 * or a reload would drag them back to where everyone was an hour ago.
 */
export function startFollowing(step: StepId, sheetOfStep: SheetId, summons: Summons | null): Following {
  return {
    sheet: sheetOfStep,
    view: null,
    led: false,
    knownSerial: summons?.serial ?? 0,
    knownStep: step,
    person: null,
  };
}

/** What somebody looks at after an event. Returns the same object when nothing changed. */
export function follow(state: Following, event: FollowEvent): Following {
  switch (event.type) {
    case "moved":
      return state.led || state.person !== null ? { ...state, led: false, person: null } : state;
    case "sheet-chosen":
      return state.sheet === event.sheet && !state.led && state.person === null
        ? state
        : { ...state, sheet: event.sheet, led: false, view: null, person: null };
    case "person-chosen":
      return { ...state, led: false, person: event.person };
    case "person-looks":
      return state.person === null ? state : withPerson(state, event.at);
    case "facilitator-sheet":
      return state.sheet === event.sheet ? state : { ...state, sheet: event.sheet, view: null };
    case "stage": {
      const { summons, step, sheetOfStep } = event;
      const isNewStep = step !== state.knownStep;
      const isNewCall = summons !== null && summons.serial > state.knownSerial;
      if (!isNewStep && !isNewCall) return state;
      // A call is the more exact of the two when both come at once.
      return isNewCall
        ? {
            sheet: summons.sheet,
            view: {
              serial: summons.serial,
              centre: summons.centre,
              zoom: summons.zoom,
              seen: null,
            },
            led: true,
            knownSerial: summons.serial,
            knownStep: step,
            person: null,
          }
        : { ...state, sheet: sheetOfStep, view: null, led: false, knownStep: step, person: null };
    }
  }
}

function withPerson(state: Following, at: PersonView | null): Following {
  if (at === null) return { ...state, person: null };
  const { sheet, centre, zoom, seen } = at;
  const { view } = state;
  const isThere =
    sheet === state.sheet &&
    view?.centre?.x === centre.x &&
    view.centre.y === centre.y &&
    view.zoom === zoom &&
    view.seen?.width === seen?.width &&
    view.seen?.height === seen?.height;
  if (isThere) return state;
  // Calls count upwards from 1; these downwards, so that no view is taken for one obeyed already.
  const serial = Math.min(0, view?.serial ?? 0) - 1;
  return { ...state, sheet, view: { serial, centre, zoom, seen } };
}
