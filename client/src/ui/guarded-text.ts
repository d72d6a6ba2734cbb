import { spliceBetween } from "@faelleskort/shared/commands/text-diff.ts";
import type { TextTarget } from "@faelleskort/shared/commands/change.ts";
import { unfinishedAt } from "@faelleskort/shared/privacy/unfinished.ts";
import { cell, type Source } from "../session/source.ts";
import type { Objection } from "../state/objection.ts";
import { keyOfTarget, textOf } from "../state/text-target.ts";
import type { Workshop } from "../state/workshop.ts";
import { bindText, type TextFieldElement } from "./bind-text.ts";

/** Why a field's words aren't sent: they look personal, or their last number may yet become one. */
export type Held =
  | { readonly kind: "objection"; readonly objection: Objection }
  | { readonly kind: "unfinished" };

/** A field bound to one text of the board, behind the personal-data check. */
export interface GuardedText {
  /** null while nothing is kept back, or only for a moment. */
  readonly held: Source<Held | null>;
  /** The writer says that what was found isn't personal. */
  confirm(): void;
  /** The writer has left the field: nothing in it is unfinished any more. */
  finish(): void;
  stop(): void;
}

export type GuardedWorkshop = Pick<
  Workshop,
  "visible" | "dispatch" | "notices" | "privacy" | "withheld" | "timers"
>;

/** Ms without typing after which a short number is sent, or the field says that it waits. */
const pauseMs = 1500;

/**
 * Binds a field to a text. What is typed is sent letter by letter, except numbers and e-mail addresses: they wait until they are
 * whole and nothing personal, so that not even their beginning leaves the device.
 */
export function bindGuardedText(
  field: TextFieldElement,
  workshop: GuardedWorkshop,
  target: TextTarget,
): GuardedText {
  const { visible, dispatch, notices, privacy, withheld, timers } = workshop;
  const key = keyOfTarget(target);
  const held = cell<Held | null>(null);
  let isFinished = false;
  let timer: number | null = null;
  const shared = () => textOf(visible.get(), target);
  const tell = (why: Held) => {
    withheld.tell(key);
    held.set(why);
  };
  const stopTimer = () => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };

  function edit(text: string): "told" | "kept" {
    stopTimer();
    const base = shared() ?? "";
    const command = { type: "text.edit", target, text } as const;
    const objection = privacy.objectionTo([command]);
    const added = spliceBetween(base, text)?.insert ?? "";
    const unfinished =
      isFinished || added === ""
        ? "no"
        : unfinishedAt(field.value, field.selectionStart ?? field.value.length);
    if (objection || unfinished !== "no") {
      withheld.set(key, { base, text });
      // A number that isn't whole yet may look like another on the way.
      if (objection && (unfinished === "no" || objection.kind === "stop")) {
        tell({ kind: "objection", objection });
        return "kept";
      }
      timer = timers.set(() => {
        timer = null;
        if (objection) tell({ kind: "objection", objection });
        else if (unfinished === "long") tell({ kind: "unfinished" });
        else finish();
      }, pauseMs);
      return "kept";
    }
    withheld.drop(key);
    held.set(null);
    const outcome = dispatch([command]);
    if (!outcome.ok) notices.show({ tone: "problem", text: `rejections.${outcome.error}` });
    return "told";
  }

  const binding = bindText(field, {
    text: { get: shared, subscribe: (listener) => visible.subscribe(listener) },
    edit,
    kept: withheld.get(key),
  });
  function finish(): void {
    isFinished = true;
    binding.retry();
    isFinished = false;
  }
  finish();

  return {
    held,
    confirm() {
      const now = held.get();
      if (now?.kind === "objection") privacy.confirm(now.objection);
      finish();
    },
    finish,
    stop() {
      finish();
      stopTimer();
      binding.stop();
    },
  };
}
