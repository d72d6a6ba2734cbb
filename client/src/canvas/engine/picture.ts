/** Longest side, px, that a picture is kept at for drawing: twice the map's width in world units. */
const longestSide = 3200;
/** The same for one of the pictures that lie on a free sheet. */
export const longestOnSheet = 1600;

/** Loads a picture, smaller if it is very large. Calls back once unless stopped before; a broken one never calls back. */
export function loadPicture(
  url: string,
  loaded: (picture: CanvasImageSource) => void,
  most = longestSide,
): () => void {
  let stopped = false;
  let bitmap: ImageBitmap | null = null;
  const image = new Image();
  image.addEventListener("load", () => void keep());
  image.src = url;

  async function keep(): Promise<void> {
    const longest = Math.max(image.naturalWidth, image.naturalHeight);
    if (longest > most) {
      const scale = most / longest;
      bitmap = await createImageBitmap(image, {
        resizeWidth: Math.round(image.naturalWidth * scale),
        resizeHeight: Math.round(image.naturalHeight * scale),
        resizeQuality: "high",
      });
    }
    if (stopped) bitmap?.close();
    else loaded(bitmap ?? image);
  }

  return () => {
    stopped = true;
    image.src = "";
    bitmap?.close();
  };
}
