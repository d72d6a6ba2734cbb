/** Fetches a picture and calls back once, unless stopped before; returns how to stop. */
export type LoadPicture = (url: string, loaded: (picture: CanvasImageSource) => void) => () => void;

/** The pictures that lie on sheets: each is fetched when it is first seen. */
export interface Pictures {
  /** null until it has come. */
  of(url: string | null): CanvasImageSource | null;
  close(): void;
}

export function createPictures(load: LoadPicture, arrived: () => void): Pictures {
  const pictures = new Map<string, CanvasImageSource | null>();
  const stops: (() => void)[] = [];
  return {
    of(url) {
      if (url === null) return null;
      const known = pictures.get(url);
      if (known !== undefined) return known;
      pictures.set(url, null);
      stops.push(
        load(url, (picture) => {
          pictures.set(url, picture);
          arrived();
        }),
      );
      return null;
    },
    close() {
      for (const stop of stops) stop();
      pictures.clear();
    },
  };
}
