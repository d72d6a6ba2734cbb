import { err, ok, type Result } from "@faelleskort/shared/model/result.ts";
import { encodePicture } from "./encode-picture.ts";
import { fitWithin, hasTooManyPixels, longestSide } from "./fit-size.ts";
import { headerSize } from "./header-size.ts";
import { pictureKind } from "./picture-kind.ts";
import type { PictureProblem } from "./picture-problem.ts";

/** Largest file that is opened at all, in bytes: a scanned plan in full size. */
export const fileLimit = 150 * 1024 * 1024;

/** A file somebody chose: a picture, or a PDF whose page has to be chosen first. */
export type OpenedFile =
  | { readonly kind: "picture"; readonly blob: Blob }
  | { readonly kind: "pdf"; readonly file: File };

/**
 * Looks at a chosen file; a picture is drawn anew, at most `longest` px on its longest side, which leaves place and camera
 * behind. Only the drawing is ever sent.
 */
export async function openPictureFile(
  file: File,
  longest = longestSide,
): Promise<Result<OpenedFile, PictureProblem>> {
  if (file.size > fileLimit) return err("file-too-large");
  // A JPEG's size may stand behind a long comment or a thumbnail.
  const head = new Uint8Array(await file.slice(0, 512 * 1024).arrayBuffer());
  const kind = pictureKind(head);
  if (kind === null) return err("not-a-picture");
  if (kind === "pdf") return ok({ kind: "pdf", file });
  const size = headerSize(kind, head);
  if (size === null || size.width === 0 || size.height === 0) return err("unreadable");
  if (hasTooManyPixels(size)) return err("too-many-pixels");
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    // The browser couldn't unpack it: that is all it says.
    return err("unreadable");
  }
  const canvas = document.createElement("canvas");
  Object.assign(canvas, fitWithin(picture, longest));
  const brush = canvas.getContext("2d");
  if (brush === null) return err("unreadable");
  brush.fillStyle = "#ffffff";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.imageSmoothingQuality = "high";
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await encodePicture(canvas);
  return blob === null ? err("unreadable") : ok({ kind: "picture", blob });
}
