/** Why a file can't become the area picture; each has a sentence in the catalogue under `share.picture-problem.*`. */
export type PictureProblem =
  | "not-a-picture"
  | "file-too-large"
  | "too-many-pixels"
  | "unreadable"
  | "pdf-unreadable"
  | "pdf-locked";
