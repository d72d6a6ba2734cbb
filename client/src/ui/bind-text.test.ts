import { describe, expect, it } from "vitest";
import { cell } from "../session/source.ts";
import { bindText, type TextFieldElement } from "./bind-text.ts";

class FakeField extends EventTarget implements TextFieldElement {
  value = "";
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection = "none" as const;
  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start;
    this.selectionEnd = end;
  }
  type(text: string, at = this.selectionStart): void {
    this.value = this.value.slice(0, at) + text + this.value.slice(at);
    this.setSelectionRange(at + text.length, at + text.length);
    this.dispatchEvent(new Event("input"));
  }
}

function bound(first: string) {
  const text = cell<string | null>(first);
  const field = new FakeField();
  const binding = bindText(field, {
    text,
    edit(next) {
      text.set(next);
      return "told";
    },
  });
  return { text, field, stop: () => binding.stop() };
}

describe("a field bound to a shared text", () => {
  it("shows the text and writes what is typed", () => {
    const { text, field } = bound("Fair");
    expect(field.value).toBe("Fair");
    field.type(" Play", 4);
    expect(text.get()).toBe("Fair Play");
  });

  it("keeps the caret with its letters while others type before and behind it", () => {
    const { text, field } = bound("klubben");
    field.setSelectionRange(4, 4);
    text.set("Ungdomsklubben");
    expect(field.value).toBe("Ungdomsklubben");
    expect(field.selectionStart).toBe(11);
    text.set("Ungdomsklubben i Høje Gladsaxe");
    expect(field.selectionStart).toBe(11);
  });

  it("leaves a composition in peace and joins it with what others typed meanwhile", () => {
    const { text, field } = bound("cafe");
    field.setSelectionRange(4, 4);
    field.dispatchEvent(new Event("compositionstart"));
    field.value = "cafe´";
    field.dispatchEvent(new Event("input"));
    text.set("Torvets cafe");
    expect(field.value).toBe("cafe´");
    field.value = "café";
    field.setSelectionRange(4, 4);
    field.dispatchEvent(new Event("input"));
    expect(text.get()).toBe("Torvets cafe");
    field.dispatchEvent(new Event("compositionend"));
    expect(text.get()).toBe("Torvets café");
    expect(field.value).toBe("Torvets café");
    expect(field.selectionStart).toBe(12);
  });

  it("shows what holds when an edit is turned down", () => {
    const text = cell<string | null>("låst");
    const field = new FakeField();
    bindText(field, { text, edit: () => "told" });
    field.type("!", 4);
    expect(field.value).toBe("låst");
  });

  it("writes nothing once the card is gone, or when it is let go", () => {
    const { text, field, stop } = bound("Fair");
    text.set(null);
    field.type("!", 4);
    expect(text.get()).toBeNull();
    text.set("Fair");
    stop();
    text.set("Fair Play");
    field.type("?", 0);
    expect(text.get()).toBe("Fair Play");
  });
});
