import type { Locale } from "@faelleskort/shared/model/stage.ts";

/**
 * A message as the build compiles it from ICU text (`client/vite/catalogues.ts`): a text, or parts in their order. A part is
 * text, the name of a value, or a choice by a value's number (`plural`) or word (`select`). Inside a choice by number the part
 * `#` stands for that number.
 */
export type Message = string | readonly MessagePart[];
export type MessagePart =
  | string
  | readonly [value: string]
  | readonly [value: string, kind: "plural" | "select", branches: Readonly<Record<string, Message>>];

/** Messages by id. */
export type Messages = Readonly<Record<string, Message>>;

export type MessageValues = Readonly<Record<string, string | number>>;

/** Puts the values in. A value that wasn't handed over leaves nothing behind. */
export function formatMessage(message: Message, values: MessageValues, locale: Locale): string {
  return format(message, values, locale, null);
}

function format(message: Message, values: MessageValues, locale: Locale, count: number | null): string {
  if (typeof message === "string") return message;
  return message.map((part) => formatPart(part, values, locale, count)).join("");
}

function formatPart(part: MessagePart, values: MessageValues, locale: Locale, count: number | null): string {
  if (part === "#" && count !== null) return shownNumber(count, locale);
  if (typeof part === "string") return part;
  const value = values[part[0]] ?? "";
  if (part.length === 1) return String(value);
  const [, kind, branches] = part;
  switch (kind) {
    case "select":
      return format(branches[value] ?? branches["other"] ?? "", values, locale, count);
    case "plural": {
      const number = Number(value);
      const branch = branches[number] ?? branches[pluralOf(number, locale)];
      return format(branch ?? branches["other"] ?? "", values, locale, number);
    }
  }
}

/** A counted thing: what our languages do alike isn't asked of the browser, which takes a tenth of a second the first time. */
const isPlainCount = (number: number): boolean => Number.isInteger(number) && number >= 0 && number < 1000;

/** A number as the language writes it. */
export function shownNumber(number: number, locale: Locale): string {
  return isPlainCount(number) ? String(number) : number.toLocaleString(locale);
}

/** Which form of a word goes with a number. */
export function pluralOf(number: number, locale: Locale): Intl.LDMLPluralRule {
  if (isPlainCount(number)) return number === 1 ? "one" : "other";
  return new Intl.PluralRules(locale).select(number);
}
