import type { BoardCommand } from "@faelleskort/shared/commands/board-command.ts";
import { decideBoard } from "@faelleskort/shared/commands/decide-board.ts";
import { applyChanges } from "@faelleskort/shared/doc/apply.ts";
import { createBoardReader } from "@faelleskort/shared/doc/read-board.ts";
import { noteId } from "@faelleskort/shared/model/ids.ts";
import { err, ok } from "@faelleskort/shared/model/result.ts";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { SmallStorage } from "../session/remembered.ts";
import { createNotices } from "../state/notices.ts";
import { createPrivacyGuard } from "../state/privacy.ts";
import { textOf } from "../state/text-target.ts";
import { createWithheldTexts } from "../state/withheld.ts";
import type { TextFieldElement } from "./bind-text.ts";
import { bindGuardedText } from "./guarded-text.ts";

class FakeField extends EventTarget implements TextFieldElement {
  value = "";
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection = "none" as const;
  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start;
    this.selectionEnd = end;
  }
  /** Types at the end, letter by letter. */
  type(text: string): void {
    for (const letter of text) {
      this.value += letter;
      this.setSelectionRange(this.value.length, this.value.length);
      this.dispatchEvent(new Event("input"));
    }
  }
  set(text: string): void {
    this.value = text;
    this.setSelectionRange(text.length, text.length);
    this.dispatchEvent(new Event("input"));
  }
}

function memoryStorage(): SmallStorage {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
}

const target = { record: "note", id: noteId("the-note"), field: "text" } as const;
const author = { label: "", participantId: null };

/** One person with a real document; `left` is every byte that would have gone to the server. */
function world(storage = memoryStorage()) {
  const doc = new Y.Doc();
  const reader = createBoardReader(doc);
  const left: string[] = [];
  doc.on("update", (update) => left.push(new TextDecoder("latin1").decode(update)));
  const run = (command: BoardCommand) => {
    const decision = decideBoard(reader.get(), command, { author, now: 1, role: "participant" });
    if (!decision.ok) throw new Error(decision.error);
    applyChanges(doc, decision.value, "test");
  };
  run({ type: "note.add", id: target.id, sheet: "wall", text: "Kontakt: ", position: { x: 0, y: 0, z: 0 } });
  const waiting = new Map<number, () => void>();
  let nextTimer = 1;
  const timers = {
    set(go: () => void) {
      waiting.set(nextTimer, go);
      return nextTimer++;
    },
    clear: (timer: number) => void waiting.delete(timer),
  };
  const visible = {
    get: () => reader.get(),
    subscribe: (listener: () => void) => reader.subscribe(listener),
  };
  const privacy = createPrivacyGuard(() => reader.get());
  const withheld = createWithheldTexts(() => storage, "withheld");
  const workshop = {
    visible,
    privacy,
    withheld,
    timers,
    notices: createNotices(timers),
    dispatch(commands: readonly BoardCommand[]) {
      const objection = privacy.objectionTo(commands);
      if (objection) return err(`personal-${objection.kind}` as const);
      for (const command of commands) run(command);
      return ok(undefined);
    },
  };
  return {
    storage,
    workshop,
    shared: () => textOf(reader.get(), target),
    sent: () => left.join("\n"),
    /** Somebody else changes the text. */
    other: (text: string) => run({ type: "text.edit", target, text }),
    pause: () => {
      const due = [...waiting.values()];
      waiting.clear();
      for (const go of due) go();
    },
    open: () => {
      const field = new FakeField();
      const text = bindGuardedText(field, workshop, target);
      return { field, text };
    },
  };
}

describe("a field behind the personal-data check", () => {
  it("PRIV-1 sends everyday words letter by letter, and numbers once they are whole", () => {
    const { open, shared, workshop } = world();
    const { field, text } = open();
    field.type("Vi er 12");
    expect(shared()).toBe("Kontakt: Vi er ");
    expect(workshop.withheld.state.get()).toBe("waiting");
    field.type(" f");
    expect(shared()).toBe("Kontakt: Vi er 12 f");
    expect(text.held.get()).toBeNull();
    expect(workshop.withheld.state.get()).toBe("none");
  });

  it("PRIV-1 sends a short number when its writer pauses, and says when a longer one waits", () => {
    const { open, shared, pause } = world();
    const { field, text } = open();
    field.type("Vi er 12");
    pause();
    expect(shared()).toBe("Kontakt: Vi er 12");
    field.type(" 34 5");
    pause();
    expect(shared()).toBe("Kontakt: Vi er 12");
    expect(text.held.get()).toEqual({ kind: "unfinished" });
    text.finish();
    expect(shared()).toBe("Kontakt: Vi er 12 34 5");
    expect(text.held.get()).toBeNull();
  });

  it("PRIV-1 keeps a telephone number until its writer says that it isn't personal; then all goes, and isn't asked about again", () => {
    const { open, shared, sent } = world();
    const { field, text } = open();
    field.type("ring 20 30 40 51 nu");
    expect(field.value).toBe("Kontakt: ring 20 30 40 51 nu");
    expect(shared()).toBe("Kontakt: ring ");
    expect(sent()).not.toMatch(/20 3/);
    expect(text.held.get()).toMatchObject({ kind: "objection", objection: { kind: "ask" } });
    text.confirm();
    expect(shared()).toBe("Kontakt: ring 20 30 40 51 nu");
    field.type(", eller");
    expect(shared()).toBe("Kontakt: ring 20 30 40 51 nu, eller");
    expect(text.held.get()).toBeNull();
  });

  it.each(["010190-1234", "0707614285", "٠١٠١٩٠-١٢٣٤"])(
    "PRIV-2 never lets %s go, typed or pasted, nor its first digits",
    (number) => {
      const { open, shared, sent, pause } = world();
      const { field, text } = open();
      field.type(`hun har ${number}`);
      pause();
      text.confirm();
      text.finish();
      expect(shared()).toBe("Kontakt: hun har ");
      expect(text.held.get()).toMatchObject({ kind: "objection", objection: { kind: "stop" } });
      field.set("Kontakt: hun har intet");
      expect(shared()).toBe("Kontakt: hun har intet");
      field.set(`Kontakt: ${number} i midten`);
      expect(shared()).toBe("Kontakt: hun har intet");
      text.stop();
      expect(sent()).not.toMatch(/\d{4}|010190|٠١/);
    },
  );

  it("PRIV-4 keeps what others write meanwhile, in the field and in the text", () => {
    const { open, shared, other } = world();
    const { field } = open();
    field.type("ring 20304051, tak");
    other("Formandens kontakt: ring ");
    expect(field.value).toBe("Formandens kontakt: ring 20304051, tak");
    field.set("Formandens kontakt: ring os, tak");
    expect(shared()).toBe("Formandens kontakt: ring os, tak");
  });

  it("PRIV-4 loses nothing when the field is left, or the page is loaded again", () => {
    const first = world();
    const one = first.open();
    one.field.type("ring 20304051, tak");
    one.text.stop();
    expect(first.shared()).toBe("Kontakt: ring ");
    expect(first.workshop.withheld.state.get()).toBe("told");

    const again = first.open();
    expect(again.field.value).toBe("Kontakt: ring 20304051, tak");
    expect(again.text.held.get()).toMatchObject({ kind: "objection" });
    again.text.stop();

    const reloaded = world(first.storage);
    reloaded.other("Kontakt: ring ");
    const third = reloaded.open();
    expect(third.field.value).toBe("Kontakt: ring 20304051, tak");
    third.text.confirm();
    expect(reloaded.shared()).toBe("Kontakt: ring 20304051, tak");
    expect(reloaded.workshop.withheld.state.get()).toBe("none");
  });

  it("PRIV-4 lets what is there already be changed around, and taken away", () => {
    const { open, shared, other } = world();
    other("Kontakt: 20 30 40 51");
    const { field, text } = open();
    field.type(" og");
    expect(shared()).toBe("Kontakt: 20 30 40 51 og");
    field.set("Kontakt: og");
    expect(shared()).toBe("Kontakt: og");
    expect(text.held.get()).toBeNull();
  });
});
