import { useCallback, useRef, useSyncExternalStore } from "react";
import type { Source } from "../session/source.ts";

/** The source's value; renders again when it changes. */
export function useSource<T>(source: Source<T>): T {
  return useSyncExternalStore(
    useCallback((listener) => source.subscribe(listener), [source]),
    useCallback(() => source.get(), [source]),
  );
}

/** A part of the source's value; renders again only when the part is another one. */
export function useSelected<T, S>(
  source: Source<T>,
  select: (value: T) => S,
  isSame: (a: S, b: S) => boolean = Object.is,
): S {
  const last = useRef<{ readonly value: S } | null>(null);
  return useSyncExternalStore(
    useCallback((listener) => source.subscribe(listener), [source]),
    () => {
      const value = select(source.get());
      if (!last.current || !isSame(last.current.value, value)) last.current = { value };
      return last.current.value;
    },
  );
}
