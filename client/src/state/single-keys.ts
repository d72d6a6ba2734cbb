import type { SmallStorage } from "../session/remembered.ts";
import { useCallback, useSyncExternalStore } from "react";

const key = "faelleskort.single-keys";
/** Said on the window when this page changes it; other pages hear the browser's own `storage`. */
const changedEvent = "faelleskort:single-keys";

/** Whether shortcuts of one letter are on: this person's own choice on this device. On where nothing can be remembered. */
export function readSingleKeys(storage: () => SmallStorage): boolean {
  try {
    return storage().getItem(key) !== "off";
  } catch {
    // Storage is barred.
    return true;
  }
}

function writeSingleKeys(storage: () => SmallStorage, areOn: boolean): void {
  try {
    if (areOn) storage().removeItem(key);
    else storage().setItem(key, "off");
  } catch {
    // Storage is barred: the choice can't be kept.
  }
}

const ofWindow = (): SmallStorage => window.localStorage;

export function useSingleKeys(): readonly [boolean, (areOn: boolean) => void] {
  const areOn = useSyncExternalStore(subscribe, () => readSingleKeys(ofWindow));
  const set = useCallback((next: boolean) => {
    writeSingleKeys(ofWindow, next);
    window.dispatchEvent(new Event(changedEvent));
  }, []);
  return [areOn, set];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  window.addEventListener(changedEvent, listener);
  return () => {
    window.removeEventListener("storage", listener);
    window.removeEventListener(changedEvent, listener);
  };
}
