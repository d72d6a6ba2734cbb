import { cell, type Source } from "../session/source.ts";
import type { Timers } from "./timers.ts";

/** A short message over the page. `text` is a catalogue id. */
export interface Notice {
  readonly id: number;
  readonly tone: "done" | "problem";
  readonly text: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** A finished sentence from the server, shown instead of `text`. */
  readonly sentence?: string;
  /** A button that takes it back. `label` is a catalogue id. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Says in passing what can be seen anyway. */
  readonly brief?: boolean;
}

export interface Notices {
  readonly list: Source<readonly Notice[]>;
  show(notice: Omit<Notice, "id">): void;
  dismiss(id: number): void;
  /** Holds all of them while somebody reads or points at one; `release` lets time run again. */
  hold(): void;
  release(): void;
  close(): void;
}

/** Ms a message stays: with a button longer. */
const stayMs = { brief: 3000, plain: 6000, withAction: 12_000 } as const;
const most = 3;

export function createNotices(timers: Timers): Notices {
  const list = cell<readonly Notice[]>([]);
  const timersById = new Map<number, number>();
  let nextId = 1;

  const stopTimer = (id: number) => {
    const timer = timersById.get(id);
    if (timer !== undefined) timers.clear(timer);
    timersById.delete(id);
  };
  const dismiss = (id: number) => {
    stopTimer(id);
    list.set(list.get().filter((notice) => notice.id !== id));
  };
  const startTimer = ({ id, action, brief }: Notice) => {
    const stay = action ? stayMs.withAction : brief ? stayMs.brief : stayMs.plain;
    timersById.set(
      id,
      timers.set(() => dismiss(id), stay),
    );
  };

  return {
    list,
    show(content) {
      const notice: Notice = { ...content, id: nextId++ };
      // The same message again replaces the older one: ten refusals in a row are one.
      const others = list.get().filter(({ text, sentence, id }) => {
        const isSame = text === notice.text && sentence === notice.sentence;
        if (isSame) stopTimer(id);
        return !isSame;
      });
      for (const { id } of others.slice(0, Math.max(0, others.length - most + 1))) stopTimer(id);
      list.set([...others.slice(-(most - 1)), notice]);
      startTimer(notice);
    },
    dismiss,
    hold() {
      for (const id of Array.from(timersById.keys())) stopTimer(id);
    },
    release() {
      for (const notice of list.get()) if (!timersById.has(notice.id)) startTimer(notice);
    },
    close() {
      for (const id of Array.from(timersById.keys())) stopTimer(id);
    },
  };
}
