import type { BoardSnapshot } from "@faelleskort/shared/model/board.ts";
import type { FreeThing } from "@faelleskort/shared/views/free-sheet.ts";
import type { Translate } from "../../i18n/i18n.ts";
import { joinedBy } from "./free-groups.ts";

/** What kind of thing it is, for headings and buttons. */
export const kindOf = ({ record }: FreeThing) => ("kind" in record ? record.kind : "note");

/** A thing in words: its text, or what it is when it has none; of a line, what it joins. */
export function wordsFor(t: Translate, board: BoardSnapshot, thing: FreeThing): string {
  const { record } = thing;
  const text = record.text.trim();
  if ("kind" in record && record.kind === "connector") {
    const [from, to] = joinedBy(board, record).map((end) =>
      end ? plainWords(t, end) : t("free-list.nothing"),
    );
    const line = t("free-list.joins", { from: from ?? "", to: to ?? "" });
    return text === "" ? line : `${text} (${line})`;
  }
  return plainWords(t, thing);
}

function plainWords(t: Translate, thing: FreeThing): string {
  const text = thing.record.text.trim();
  return text === "" ? t(`free-list.empty.${kindOf(thing)}`) : text;
}
