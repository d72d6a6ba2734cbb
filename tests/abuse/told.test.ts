import { readFile } from "node:fs/promises";
import { closeCode, isFinalClose } from "@faelleskort/shared/protocol/close-codes.ts";
import { refusalReasons } from "@faelleskort/shared/protocol/messages.ts";
import { problemCodes, problemSentence } from "@faelleskort/shared/protocol/problems.ts";
import { frameSent, noReceipts, answered } from "@faelleskort/client/session/receipts.ts";
import { deriveStatus, type LinkState } from "@faelleskort/client/session/status.ts";
import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { syncFrame } from "../contracts/raw-client.ts";

const CatalogueSchema = v.record(v.string(), v.string());
const catalogue = async (locale: "da" | "en"): Promise<Record<string, string>> => {
  const url = new URL(`../../client/src/i18n/catalogues/${locale}/common.json`, import.meta.url);
  return v.parse(CatalogueSchema, JSON.parse(await readFile(url, "utf8")));
};
const open: LinkState = {
  socket: "open",
  synced: true,
  receipts: noReceipts,
  unsentEdit: false,
  finalCode: null,
};

describe("what a person is told", () => {
  it.each(refusalReasons)(
    "ABUSE-12 an edit refused as %s is never shown as saved, and the line says where it is",
    async (reason) => {
      const sent = frameSent({ ...noReceipts, caughtUp: true }, syncFrame(2, Uint8Array.of(0, 0)));
      const refused = answered(sent, { type: "refused", frame: 1, reason });
      const receipts = answered(refused, { type: "saved", frames: 1 });
      const status = deriveStatus({ ...open, receipts }, "stored");
      // A gap is asked for again at once, and is "saving" until then.
      expect(status).toEqual(
        reason === "gap" ? { kind: "saving" } : { kind: "refused", reason, keeping: "stored" },
      );
      const isWaiting = reason === "locked" || reason === "observer";
      for (const locale of ["da", "en"] as const) {
        // oxlint-disable-next-line no-await-in-loop
        expect(
          (await catalogue(locale))[isWaiting ? `status.refused-${reason}` : "status.refused"],
        ).toBeTruthy();
      }
    },
  );

  it("ABUSE-12 a socket that was closed for a limit comes back by itself, and the line says what is kept meanwhile", async () => {
    for (const code of [
      closeCode.tooBig,
      closeCode.tooFast,
      closeCode.protocolError,
      closeCode.stuck,
      1002,
      1008,
    ]) {
      expect(isFinalClose(code), String(code)).toBe(false);
    }
    const status = deriveStatus({ ...open, socket: "closed" }, "stored");
    expect(status).toEqual({ kind: "offline", keeping: "stored" });
    expect(deriveStatus({ ...open, socket: "closed", finalCode: closeCode.sessionEnded }, "stored")).toEqual({
      kind: "ended",
    });
    for (const locale of ["da", "en"] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const texts = await catalogue(locale);
      expect(Object.keys(texts).filter((id) => id.startsWith("status.offline")).length).toBeGreaterThan(0);
      expect(texts["status.ended"]).toBeTruthy();
    }
  });

  it("ABUSE-12 every problem has a sentence in both languages, which names no code", () => {
    for (const code of problemCodes) {
      for (const locale of ["da", "en"] as const) {
        const sentence = problemSentence(code, locale);
        expect(sentence.length, code).toBeGreaterThan(10);
        expect(sentence, code).not.toContain(code);
      }
    }
  });
});
