import { methodStep } from "../method/round1.ts";
import { contentLimits } from "../model/limits.ts";
import { err, ok, type Result } from "../model/result.ts";
import { type FreeSheetId, isMethodSheet } from "../model/sheet.ts";
import type { PlannedStep, Stage, StepId, Timer } from "../model/stage.ts";
import type { ServerStageCommand, StageCommand } from "./stage-command.ts";

export type StageRejection =
  | "no-such-step"
  | "no-more-steps"
  | "timer-not-running"
  | "not-private"
  | "last-step-left"
  | "no-such-sheet"
  | "sheet-exists"
  | "too-many-sheets";
export type StageDecision = Result<Stage, StageRejection>;

/** The stage after a command; `now` is the server's clock in ms since 1970. Pure. */
export function decideStage(
  stage: Stage,
  command: StageCommand | ServerStageCommand,
  now: number,
): StageDecision {
  switch (command.type) {
    case "step.next":
      return goBy(stage, 1);
    case "step.previous":
      return goBy(stage, -1);
    case "step.go":
      return stage.steps.some(({ id }) => id === command.step)
        ? ok(enter(stage, command.step))
        : err("no-such-step");
    case "step.skip": {
      const left = stage.steps.filter(({ id, skipped }) => !skipped && id !== command.step);
      if (command.skipped && left.length === 0) return err("last-step-left");
      return changeStep(stage, command.step, (step) => ({ ...step, skipped: command.skipped }));
    }
    case "step.set-minutes":
      return changeStep(stage, command.step, (step) => ({ ...step, minutes: command.minutes }));
    case "step.rename":
      return changeStep(stage, command.step, (step) => ({ ...step, title: command.title }));
    case "timer.start":
      return ok({ ...stage, timer: started(stage, now) });
    case "timer.pause":
      if (stage.timer.state !== "running") return err("timer-not-running");
      return ok({
        ...stage,
        timer: { state: "paused", remainingMs: Math.max(0, stage.timer.deadline - now) },
      });
    case "timer.add":
      return ok({ ...stage, timer: lengthened(stage, command.minutes * 60_000, now) });
    case "timer.reset":
      return ok({ ...stage, timer: { state: "idle" } });
    case "summon": {
      const { sheet, centre, zoom, seen = null } = command;
      if (!isMethodSheet(sheet) && !hasSheet(stage, sheet)) return err("no-such-sheet");
      const serial = (stage.summons?.serial ?? 0) + 1;
      return ok({ ...stage, summons: { serial, sheet, centre, zoom, seen } });
    }
    case "board.lock":
      return ok({ ...stage, locked: command.locked });
    case "writing.private":
      return ok({ ...stage, writing: { ...stage.writing, mode: "private" } });
    case "writing.reveal":
      return stage.writing.mode === "private" ? ok(revealed(stage)) : err("not-private");
    case "focus.set":
      return ok({ ...stage, focus: command.actor });
    case "workshop.rename":
      return ok({ ...stage, title: command.title, area: command.area });
    case "picture.set":
      return ok({ ...stage, picture: command.picture });
    case "picture.remove":
      return ok({ ...stage, picture: null });
    case "sheet.add":
      return addSheet(stage, command);
    case "sheet.rename":
      if (!hasSheet(stage, command.id)) return err("no-such-sheet");
      return ok({
        ...stage,
        freeSheets: stage.freeSheets.map((sheet) =>
          sheet.id === command.id ? { ...sheet, title: command.title } : sheet,
        ),
      });
    case "sheet.remove":
      if (!hasSheet(stage, command.id)) return err("no-such-sheet");
      return ok({ ...stage, freeSheets: stage.freeSheets.filter(({ id }) => id !== command.id) });
  }
}

const hasSheet = (stage: Stage, wanted: FreeSheetId): boolean =>
  stage.freeSheets.some(({ id }) => id === wanted);

function addSheet(stage: Stage, { id, title, index }: StageCommand & { type: "sheet.add" }): StageDecision {
  if (hasSheet(stage, id)) return err("sheet-exists");
  if (stage.freeSheets.length >= contentLimits.freeSheets) return err("too-many-sheets");
  return ok({ ...stage, freeSheets: stage.freeSheets.toSpliced(index ?? Infinity, 0, { id, title }) });
}

/** Sends everybody's drafts: each client sees the count rise and hands over what it holds, also one that comes back later. */
function revealed(stage: Stage): Stage {
  return { ...stage, writing: { mode: "open", reveals: stage.writing.reveals + 1 } };
}

/**
 * A new step starts with its own minutes and nobody in focus. Individual card writing starts private; leaving it reveals,
 * because the next step needs the cards and a draft nobody remembers is a card lost.
 */
function enter(stage: Stage, id: StepId): Stage {
  if (id === stage.currentStep) return stage;
  const settled = stage.writing.mode === "private" ? revealed(stage) : stage;
  const method = methodStep(id);
  const isPrivate = method?.form === "individual" && method.uses === "cards";
  return {
    ...settled,
    currentStep: id,
    timer: { state: "idle" },
    focus: null,
    writing: isPrivate ? { ...settled.writing, mode: "private" } : settled.writing,
  };
}

function goBy(stage: Stage, direction: 1 | -1): StageDecision {
  const at = stage.steps.findIndex(({ id }) => id === stage.currentStep);
  const ahead = direction === 1 ? stage.steps.slice(at + 1) : stage.steps.slice(0, Math.max(0, at)).reverse();
  const next = ahead.find(({ skipped }) => !skipped);
  return next ? ok(enter(stage, next.id)) : err("no-more-steps");
}

function changeStep(stage: Stage, id: StepId, change: (step: PlannedStep) => PlannedStep): StageDecision {
  if (!stage.steps.some((step) => step.id === id)) return err("no-such-step");
  return ok({ ...stage, steps: stage.steps.map((step) => (step.id === id ? change(step) : step)) });
}

/** What an idle timer would run for: the current step's minutes. */
export function stepMs(stage: Pick<Stage, "steps" | "currentStep">): number {
  return (stage.steps.find(({ id }) => id === stage.currentStep)?.minutes ?? 0) * 60_000;
}

function started(stage: Stage, now: number): Timer {
  switch (stage.timer.state) {
    case "idle":
      return { state: "running", deadline: now + stepMs(stage) };
    case "paused":
      return { state: "running", deadline: now + stage.timer.remainingMs };
    case "running":
      return stage.timer;
  }
}

function lengthened(stage: Stage, byMs: number, now: number): Timer {
  switch (stage.timer.state) {
    case "idle":
      return { state: "paused", remainingMs: Math.max(0, stepMs(stage) + byMs) };
    case "paused":
      return { state: "paused", remainingMs: Math.max(0, stage.timer.remainingMs + byMs) };
    case "running":
      // A minute added after the bell counts from now, not from when it rang.
      return { state: "running", deadline: Math.max(now, stage.timer.deadline) + byMs };
  }
}

/** Milliseconds left, never below 0; an idle timer shows the step's own minutes. `now` is the server's clock. */
export function remainingMs(stage: Pick<Stage, "steps" | "currentStep" | "timer">, now: number): number {
  switch (stage.timer.state) {
    case "idle":
      return stepMs(stage);
    case "paused":
      return stage.timer.remainingMs;
    case "running":
      return Math.max(0, stage.timer.deadline - now);
  }
}
