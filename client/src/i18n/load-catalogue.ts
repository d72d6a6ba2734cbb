import type { Locale } from "@faelleskort/shared/model/stage.ts";
import type { Messages } from "./format-message.ts";

/** Which texts: `page` is what every page needs and all that the phone's form does, `board` the rest. */
export type TextGroup = "page" | "board";

/** One language's compiled texts of one group; each is a file of its own. */
export async function loadCatalogue(locale: Locale, group: TextGroup): Promise<Messages> {
  switch (`${locale}/${group}` as const) {
    case "da/page":
      return (await import("virtual:catalogue/da/page")).messages;
    case "da/board":
      return (await import("virtual:catalogue/da/board")).messages;
    case "en/page":
      return (await import("virtual:catalogue/en/page")).messages;
    case "en/board":
      return (await import("virtual:catalogue/en/board")).messages;
  }
}
