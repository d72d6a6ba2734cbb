import type { Messages } from "@lingui/core";
import type { Locale } from "@faelleskort/shared/model/stage.ts";

/** One language's compiled texts; each is a chunk of its own. */
export async function loadCatalogue(locale: Locale): Promise<Messages> {
  switch (locale) {
    case "da":
      return (await import("virtual:catalogue/da")).messages;
    case "en":
      return (await import("virtual:catalogue/en")).messages;
  }
}
