import type { WorkshopId } from "@faelleskort/shared/model/ids.ts";
import { api } from "@faelleskort/shared/protocol/routes.ts";
import { ProblemSchema } from "@faelleskort/shared/protocol/http.ts";
import { useCallback, useEffect, useRef, useState } from "react";
import * as v from "valibot";
import type { PdfFile } from "./pdf-file.ts";
import type { PictureProblem } from "./picture-problem.ts";
import { openPictureFile } from "./prepare-picture.ts";
import { sendFile } from "./send-file.ts";

/** Where putting in an area picture has come to. */
export type PictureUpload =
  | { readonly state: "idle" }
  | { readonly state: "preparing" }
  | { readonly state: "choosing-page"; readonly pdf: PdfFile }
  /** `part` 0…1 */
  | { readonly state: "sending"; readonly part: number }
  | { readonly state: "stored" }
  | { readonly state: "cancelled" }
  | { readonly state: "no-connection" }
  /** Found out here, before anything was sent. */
  | { readonly state: "unusable"; readonly problem: PictureProblem }
  /** The server said no; null when its answer couldn't be read. */
  | { readonly state: "refused"; readonly sentence: string | null };

/** The server's sentence in a problem answer; null when it's none. */
function sentenceOf(body: string): string | null {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return null;
  }
  const parsed = v.safeParse(ProblemSchema, answer);
  return parsed.success ? parsed.output.detail : null;
}

/** Takes a chosen file from opening to stored. The PDF reader's worker and a running transfer end with the component. */
export function usePictureUpload(workshop: WorkshopId) {
  const [upload, setUpload] = useState<PictureUpload>({ state: "idle" });
  const running = useRef<AbortController | null>(null);
  const opened = useRef<PdfFile | null>(null);

  const closePdf = useCallback(() => {
    const pdf = opened.current;
    opened.current = null;
    if (pdf) void pdf.close();
  }, []);
  useEffect(
    () => () => {
      running.current?.abort();
      closePdf();
    },
    [closePdf],
  );

  /** Starts anew; what a former choice still brings in is dropped. */
  const begin = (): AbortController => {
    running.current?.abort();
    closePdf();
    const controller = new AbortController();
    running.current = controller;
    setUpload({ state: "preparing" });
    return controller;
  };

  const send = async (file: Blob, { signal }: AbortController) => {
    setUpload({ state: "sending", part: 0 });
    const onProgress = (part: number) => {
      if (!signal.aborted) setUpload({ state: "sending", part });
    };
    const outcome = await sendFile(api.picture(workshop), file, onProgress, signal);
    switch (outcome.type) {
      case "stored":
        return setUpload({ state: "stored" });
      case "cancelled":
        return undefined;
      case "no-connection":
        return setUpload({ state: "no-connection" });
      case "problem":
        return setUpload({ state: "refused", sentence: sentenceOf(outcome.body) });
    }
  };

  return {
    upload,
    choose: async (file: File) => {
      const controller = begin();
      const { signal } = controller;
      const result = await openPictureFile(file);
      if (signal.aborted) return;
      if (!result.ok) return setUpload({ state: "unusable", problem: result.error });
      if (result.value.kind === "picture") return send(result.value.blob, controller);
      const { openPdf } = await import("./pdf-file.ts");
      const pdf = await openPdf(result.value.file);
      if (!pdf.ok) {
        if (!signal.aborted) setUpload({ state: "unusable", problem: pdf.error });
        return undefined;
      }
      if (signal.aborted) return void pdf.value.close();
      opened.current = pdf.value;
      setUpload({ state: "choosing-page", pdf: pdf.value });
    },
    takePage: async (page: number) => {
      const pdf = opened.current;
      const controller = running.current;
      if (!pdf || !controller) return;
      setUpload({ state: "preparing" });
      const picture = await pdf.picture(page);
      if (controller.signal.aborted) return;
      closePdf();
      if (!picture.ok) return setUpload({ state: "unusable", problem: picture.error });
      return send(picture.value, controller);
    },
    cancel: () => {
      running.current?.abort();
      closePdf();
      setUpload({ state: "cancelled" });
    },
  };
}
