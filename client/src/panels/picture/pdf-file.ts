import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import { getDocument, type PDFDocumentProxy, PDFWorker, PasswordException } from "pdfjs-dist";
// oxlint-disable-next-line import/default -- Vite answers with the file's address
import workerAddress from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import { address as decoders } from "virtual:pdf-decoders";
import { encodePicture } from "./encode-picture.ts";
import { fitWithin, longestSide, pageScale } from "./fit-size.ts";
import type { PictureProblem } from "./picture-problem.ts";

/** An opened PDF. Whoever opened it closes it: it holds a worker. */
export interface PdfFile {
  readonly pages: number;
  /** Draws a page (counted from 1) with its longest side `longest` px. Throws when the page is broken. */
  draw(page: number, longest: number): Promise<HTMLCanvasElement>;
  /** The page as a picture file in full size. */
  picture(page: number): Promise<Result<Blob, PictureProblem>>;
  close(): Promise<void>;
}

/**
 * Opens a PDF. This file, and the reader with it, is loaded only when somebody has chosen one. The worker is a file of its
 * own from our own address, and runs neither the PDF's scripts nor WebAssembly, so that the policy needn't allow either. What
 * scanned pages are packed with is unpacked by scripts that the worker fetches when it meets such a page.
 */
export async function openPdf(file: File): Promise<Result<PdfFile, PictureProblem>> {
  const port = new Worker(workerAddress, { type: "module" });
  const worker = PDFWorker.create({ port });
  const stop = () => {
    worker.destroy();
    port.terminate();
  };
  try {
    const data = new Uint8Array(await file.arrayBuffer());
    const pdf = await getDocument({
      data,
      worker,
      useWasm: false,
      wasmUrl: decoders,
      enableXfa: false,
      stopAtErrors: false,
    }).promise;
    return ok({
      pages: pdf.numPages,
      draw: (page, longest) => drawPage(pdf, page, longest),
      async picture(page) {
        try {
          const blob = await encodePicture(await drawPage(pdf, page, longestSide));
          return blob === null ? err("pdf-unreadable") : ok(blob);
        } catch {
          return err("pdf-unreadable");
        }
      },
      async close() {
        await pdf.loadingTask.destroy();
        stop();
      },
    });
  } catch (error) {
    stop();
    return err(error instanceof PasswordException ? "pdf-locked" : "pdf-unreadable");
  }
}

async function drawPage(pdf: PDFDocumentProxy, number: number, longest: number): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: pageScale(page.getViewport({ scale: 1 }), longest) });
  const canvas = document.createElement("canvas");
  Object.assign(canvas, fitWithin(viewport, longest));
  await page.render({ canvas, viewport, background: "#ffffff" }).promise;
  page.cleanup();
  return canvas;
}
